import { useTranslation } from "react-i18next";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { Language } from "#domain/language.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { LanguageChoice } from "#features/inquiries/text/LanguageChoice.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { SayProblem, useSay } from "#words/useSay.tsx";
import { LetterView } from "./LetterView.tsx";

type CorrespondenceProps = {
  readonly plan: ThreadPlan;
  /** What nobody of the desk had read before. */
  readonly fresh: ReadonlySet<EnvelopeId>;
  readonly theirs: Language;
  readonly own: Language;
  readonly language: Language;
  readonly onLanguageChange: (language: Language) => void;
};

/** Who wrote what and when, in the feed's order; fixed sentences in the reader's language. */
export const Correspondence = (props: CorrespondenceProps) => {
  const { plan, fresh, theirs, own, language, onLanguageChange } = props;
  const { t } = useTranslation("inquiries");
  const say = useSay(language);
  return (
    <section>
      <h2>{t("correspondence.list.title")}</h2>
      <LanguageChoice theirs={theirs} own={own} chosen={language} onChange={onLanguageChange} />
      {plan.status.isConcurrent && (
        <Notice tone="plain" title={t("correspondence.concurrent.title")}>
          <p>{t("correspondence.concurrent.message")}</p>
        </Notice>
      )}
      {say.type === "ready" ? (
        <ol className="correspondence">
          {plan.letters.map((letter) => (
            <li key={letter.kept.letter.id}>
              <LetterView
                plan={plan}
                letter={letter}
                isFresh={fresh.has(letter.kept.letter.id)}
                language={language}
                say={say.say}
              />
            </li>
          ))}
        </ol>
      ) : (
        <SayProblem say={say} />
      )}
    </section>
  );
};
