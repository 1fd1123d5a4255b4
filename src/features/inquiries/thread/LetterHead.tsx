import { useTranslation } from "react-i18next";
import type { CorrespondenceLetter } from "#domain/thread/correspondence.ts";
import { formatInstant } from "#i18n/format.ts";
import { letterKeys } from "#words/letterWords.ts";
import { sayDesk } from "#words/say.ts";

/** What it is, who wrote it, and since when the endpoint holds it, by its own clock. */
export const LetterHead = ({ letter }: { readonly letter: CorrespondenceLetter }) => {
  const { t, i18n } = useTranslation("inquiries");
  const { kept, isOwn, delivered } = letter;
  const { kind, from, content, writtenAt } = kept.letter;
  const sender = "sender" in content ? content.sender : undefined;
  const format = (at: string): string => formatInstant(at, i18n.language);
  const { receipt } = kept;
  return (
    <header className="letter-head">
      <h3>{t(letterKeys[kind])}</h3>
      {sender && (
        <p>
          <strong>{sender.name}</strong>, {sender.affiliation}
        </p>
      )}
      <p className="quiet">{sayDesk(t, i18n.language, from)}</p>
      <p className="quiet">
        {receipt ? (
          <time dateTime={receipt.heldAt}>
            {t("print.held.label", { when: format(receipt.heldAt), number: receipt.number })}
          </time>
        ) : (
          <time dateTime={writtenAt}>
            {t("letter.writtenAt.label", { when: format(writtenAt) })}
          </time>
        )}
      </p>
      {isOwn && delivered && (
        <p className="quiet">{t("letter.delivered.label", { when: format(delivered.at) })}</p>
      )}
      {isOwn && kept.queuedAt === null && <p className="quiet">{t("letter.byColleague.label")}</p>}
    </header>
  );
};
