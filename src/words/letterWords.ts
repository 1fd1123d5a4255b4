import { useTranslation } from "react-i18next";
import type { EnvelopeKind } from "#domain/envelope/envelope.ts";
import type { ClosingReason } from "#domain/letter/replies.ts";

/** Kinds of letters and reasons for closing, in the reader's words. */
export const useLetterWords = () => {
  const { t } = useTranslation("device");
  const kinds: Readonly<Record<EnvelopeKind, string>> = {
    inquiry: t("letterKind.inquiry.label"),
    withdrawal: t("letterKind.withdrawal.label"),
    acknowledgement: t("letterKind.acknowledgement.label"),
    update: t("letterKind.update.label"),
    answer: t("letterKind.answer.label"),
    closing: t("letterKind.closing.label"),
    note: t("letterKind.note.label"),
    handover: t("letterKind.handover.label"),
  };
  const reasons: Readonly<Record<ClosingReason, string>> = {
    resolved: t("closingReason.resolved.label"),
    answered: t("closingReason.answered.label"),
    noInformation: t("closingReason.noInformation.label"),
    otherChannel: t("closingReason.otherChannel.label"),
    other: t("closingReason.other.label"),
  };
  return {
    nameKind: (kind: EnvelopeKind): string => kinds[kind],
    nameReason: (reason: ClosingReason): string => reasons[reason],
  };
};
