import type { Language } from "#domain/language.ts";
import { threadToText } from "#domain/wording/threadToText.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { useSay } from "#words/useSay.tsx";
import { InquiryTextView } from "./InquiryTextView.tsx";
import { PrintedSheet } from "./PrintedSheet.tsx";

type PrintedThreadProps = { readonly plan: ThreadPlan; readonly language: Language };

/** The exchange on paper: each letter as it stands, under the strictest mark of them. */
export const PrintedThread = ({ plan, language }: PrintedThreadProps) => {
  const say = useSay(language);
  if (say.type !== "ready") return null;
  const text = threadToText(plan.record, plan.sources.receipts, language, say.say);
  return (
    <PrintedSheet mark={text.mark} language={language}>
      <p className="printed-title">{text.title}</p>
      {text.letters.map((letter, index) => (
        // Letters only ever come after those that are there.
        <section key={`${letter.title} ${index}`} className="printed-letter">
          <p className="printed-letter-title">
            {letter.title}
            {letter.mark && ` · ${letter.mark}`}
          </p>
          <InquiryTextView text={letter} level={3} />
        </section>
      ))}
    </PrintedSheet>
  );
};
