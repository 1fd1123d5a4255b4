import { useTranslation } from "react-i18next";
import type { EnvelopeKind } from "#domain/envelope/envelope.ts";
import type { AskedBack, ClosingReason, Engagement } from "#domain/letter/replies.ts";
import type { ArrivalProblem } from "#domain/thread/thread.ts";
import type { AnsweringKind } from "#domain/wording/sentence.ts";

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

/** Every value of an exchange that has a text of its own, and where that text stands. */

export const letterKeys = {
  inquiry: "letter.inquiry.title",
  withdrawal: "letter.withdrawal.title",
  acknowledgement: "letter.acknowledgement.title",
  update: "letter.update.title",
  answer: "letter.answer.title",
  closing: "letter.closing.title",
  note: "letter.note.title",
  handover: "letter.handover.title",
} as const satisfies Record<EnvelopeKind, string>;

/** What a reply is called as a document of its own. */
export const replyTitleKeys = {
  withdrawal: "text.replyWithdrawal.title",
  acknowledgement: "text.replyAcknowledgement.title",
  update: "text.replyUpdate.title",
  answer: "text.replyAnswer.title",
  closing: "text.replyClosing.title",
} as const satisfies Record<AnsweringKind, string>;

export const askedBackKeys = {
  contact: "askedBack.contact.label",
  "technical-details": "askedBack.technicalDetails.label",
  "time-frame": "askedBack.timeFrame.label",
  sharing: "askedBack.sharing.label",
} as const satisfies Record<AskedBack, string>;

export const reasonKeys = {
  resolved: "reason.resolved.label",
  answered: "reason.answered.label",
  noInformation: "reason.noInformation.label",
  otherChannel: "reason.otherChannel.label",
  other: "reason.other.label",
} as const satisfies Record<ClosingReason, string>;

export const engagementKeys = {
  "technical-team": { label: "engage.technicalTeam.label", hint: "engage.technicalTeam.hint" },
  "private-sector": { label: "engage.privateSector.label", hint: "engage.privateSector.hint" },
  "consultative-group": {
    label: "engage.consultativeGroup.label",
    hint: "engage.consultativeGroup.hint",
  },
} as const satisfies Record<Engagement, { label: string; hint: string }>;

/** What to do about something that can't be shown as a letter. */
export const adviceKeys = {
  notSealedToUs: "troubled.notSealedToUs.message",
  sealBroken: "troubled.sealBroken.message",
  signatureBroken: "troubled.notProven.message",
  letterMalformed: "troubled.letterMalformed.message",
  readdressed: "troubled.notProven.message",
  authorUnknown: "troubled.authorUnknown.message",
  authorOfOtherDesk: "troubled.notProven.message",
} as const satisfies Record<ArrivalProblem["type"], string>;
