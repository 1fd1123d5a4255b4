import { useTranslation } from "react-i18next";
import type { LetterContent } from "#domain/letter/letter.ts";
import type { KeptLetter } from "#domain/thread/thread.ts";
import { formatInstant } from "#i18n/format.ts";
import { useLetterWords } from "#words/letterWords.ts";
import { useDeskName } from "#words/useDeskName.ts";
import { toLine } from "./toLine.ts";

/** A letter for people: who to whom, when, whether it is held, and its words as written. */
export const useLetterLines = (): ((kept: KeptLetter) => readonly string[]) => {
  const { t, i18n } = useTranslation("device");
  const { nameDesk } = useDeskName();
  const { nameKind, nameReason } = useLetterWords();
  const when = (instant: string): string => formatInstant(instant, i18n.language);
  const words = (content: LetterContent): readonly string[] => [
    ...("sender" in content
      ? toLine(
          t("exportText.signed.label"),
          `${content.sender.name}, ${content.sender.affiliation}`,
        )
      : []),
    ...("mark" in content ? toLine(t("exportText.mark.label"), content.mark) : []),
    ...("nature" in content ? toLine(t("exportText.nature.label"), content.nature.text) : []),
    ...("question" in content
      ? toLine(t("exportText.question.label"), content.question?.text)
      : []),
    ...("estimatedBy" in content && content.estimatedBy
      ? toLine(t("exportText.estimate.label"), when(content.estimatedBy))
      : []),
    ...("reason" in content
      ? toLine(t("exportText.reason.label"), nameReason(content.reason))
      : []),
    ...("text" in content && content.text ? [content.text.text] : []),
    ...("replyTo" in content
      ? [
          ...toLine(t("profile.email.label"), content.replyTo.email),
          ...toLine(t("profile.phone.label"), content.replyTo.phone),
        ]
      : []),
  ];
  return ({ letter, receipt }) => [
    "",
    `${nameKind(letter.kind)} · ${when(letter.writtenAt)}`,
    ...toLine(t("exportText.from.label"), nameDesk(letter.from)),
    ...toLine(t("exportText.to.label"), nameDesk(letter.to)),
    receipt
      ? t("exportText.held.message", { when: when(receipt.heldAt), number: receipt.number })
      : t("exportText.notHeld.message"),
    ...words(letter.content),
  ];
};
