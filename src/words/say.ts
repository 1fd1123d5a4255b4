import type { UseTranslationResponse } from "react-i18next";
import type { DeskAddress } from "#domain/desk.ts";
import { isKnownZone, wallTimeToInstant } from "#domain/directory/zonedTime.ts";
import type { Receipt } from "#domain/envelope/receipt.ts";
import type { Observed } from "#domain/inquiry/inquiry.ts";
import { type Severity, severityScales } from "#domain/inquiry/severityScale.ts";
import type { Day } from "#domain/instant.ts";
import type { Say, Sentence } from "#domain/wording/sentence.ts";
import {
  formatInstant,
  formatLanguageName,
  formatLocalTime,
  formatStateName,
} from "#i18n/format.ts";
import { askedBackKeys, reasonKeys, replyTitleKeys } from "./letterWords.ts";
import {
  askedKeys,
  deskKeys,
  headingKeys,
  kindKeys,
  labelKeys,
  markKeys,
  urgencyKeys,
} from "./messageKeys.ts";

/** The texts of this feature in one language. */
export type InquiriesT = UseTranslationResponse<"inquiries", undefined>["t"];

/** The fixed sentences of an inquiry in one language; `t` is that language's own. */
export const createSay =
  (t: InquiriesT, language: string): Say =>
  (sentence) =>
    isFixed(sentence) ? t(fixedKeys[sentence.type]) : sayAbout(t, language, sentence);

/** A desk of a State: `Chile, policy point of contact (CBM #2)`. */
export const sayDesk = (t: InquiriesT, language: string, { state, desk }: DeskAddress): string =>
  t("desk.ofState.label", { state: formatStateName(state, language), desk: t(deskKeys[desk]) });

/** What needs nothing but the language. */
const fixedKeys = {
  title: "text.inquiry.title",
  notFilled: "text.notFilled.label",
  invocation: "text.invocation.message",
  noAccusation: "text.noAccusation.message",
  nationalSecurity: "text.nationalSecurity.message",
  notAnAccusationShort: "text.notAnAccusation.message",
  askedIntroduction: "text.askedIntroduction.message",
  voluntary: "text.voluntary.message",
  whichLanguage: "text.whichLanguage.message",
  scriptNature: "text.scriptNature.message",
  callBack: "text.callBack.message",
  scriptClosing: "text.scriptClosing.message",
  voicemail: "text.voicemail.message",
  willLookInto: "text.willLookInto.message",
  askedBackIntroduction: "text.askedBackIntroduction.message",
  takenBack: "text.takenBack.message",
  threadTitle: "text.thread.title",
  engagementTitle: "text.engagement.title",
  answerThroughDesk: "text.answerThroughDesk.message",
} as const;

type FixedSentence = Extract<Sentence, { type: keyof typeof fixedKeys }>;

const isFixed = (sentence: Sentence): sentence is FixedSentence => sentence.type in fixedKeys;

/** What says something of this inquiry. */
const sayAbout = (
  t: InquiriesT,
  language: string,
  sentence: Exclude<Sentence, FixedSentence>,
): string => {
  switch (sentence.type) {
    case "heading":
      return t(headingKeys[sentence.of]);
    case "label":
      return t(labelKeys[sentence.of]);
    case "quoteSource":
      return t(sentence.standing === "quoted" ? "text.quoted.label" : "text.translated.label");
    case "subject":
      return t("text.subject.message", { state: sayState(t, language, sentence.from) });
    case "desk":
      return sayDesk(t, language, sentence.desk);
    case "writtenAt":
      return formatInstant(sentence.at, language);
    case "markMeaning":
      return t(markKeys[sentence.mark]);
    case "kind":
      return t(kindKeys[sentence.kind].label);
    case "observed":
      return sayObserved(t, language, sentence.observed);
    case "severity":
      return saySeverity(t, sentence.severity);
    case "asWritten":
      return t("text.asWritten.label", {
        language: formatLanguageName(sentence.language, language),
      });
    case "asked":
      return t(askedKeys[sentence.action]);
    case "urgency":
      return sentence.urgency === "none"
        ? t("text.noUrgency.message")
        : t("text.urgency.message", { urgency: t(urgencyKeys[sentence.urgency]) });
    case "greeting":
      return sayGreeting(t, language, sentence);
    case "scriptMark":
      return t("text.scriptMark.message", {
        mark: sentence.mark,
        meaning: t(markKeys[sentence.mark]),
      });
    case "replyTitle":
      return t(replyTitleKeys[sentence.kind]);
    case "askedBack":
      return t(askedBackKeys[sentence.what]);
    case "closingReason":
      return t("text.closingReason.message", { reason: t(reasonKeys[sentence.reason]) });
    case "receipt":
      return sayReceipt(t, language, sentence.receipt);
  }
};

const sayReceipt = (t: InquiriesT, language: string, receipt: Receipt | null): string => {
  if (!receipt) return t("text.noReceipt.message");
  const { number, heldAt } = receipt;
  return t("text.receipt.message", { number, when: formatInstant(heldAt, language) });
};

const sayGreeting = (
  t: InquiriesT,
  language: string,
  { name, affiliation, from }: Extract<Sentence, { type: "greeting" }>,
): string => {
  const notFilled = t("text.notFilled.label");
  return t("text.greeting.message", {
    name: name || notFilled,
    affiliation: affiliation || notFilled,
    desk: from ? sayDesk(t, language, from) : notFilled,
  });
};

const sayState = (t: InquiriesT, language: string, from: DeskAddress | undefined): string =>
  from ? formatStateName(from.state, language) : t("text.notFilled.label");

const saySeverity = (t: InquiriesT, severity: Severity): string => {
  if (severity.type === "named") return t("text.severityLevel.message", { ...severity });
  const scale = severityScales.find(({ id }) => id === severity.scale);
  return t("text.severityLevel.message", {
    level: severity.level,
    scale: scale?.name ?? severity.scale,
    worst: scale?.worst ?? "",
  });
};

/** On the sender's clock, and in UTC where this device knows the sender's zone. */
const sayObserved = (t: InquiriesT, language: string, observed: Observed): string => {
  const { from, until, zone } = observed;
  const local = {
    from: formatLocalTime(from, language),
    until: formatLocalTime(until ?? from, language),
    zone: zone.replaceAll("_", " "),
  };
  if (!isKnownZone(zone)) {
    return until
      ? t("text.observedLocalSpan.message", local)
      : t("text.observedLocal.message", local);
  }
  const utc = {
    utcFrom: formatLocalTime(toUtc(from, zone), language),
    utcUntil: formatLocalTime(toUtc(until ?? from, zone), language),
  };
  return until
    ? t("text.observedSpan.message", { ...local, ...utc })
    : t("text.observedAt.message", { ...local, ...utc });
};

/** A local time of `zone` as the same moment's local time in UTC. */
const toUtc = (local: string, zone: string): string => {
  const [day = "", time = ""] = local.split("T");
  // The schema of `Observed` has looked at its form.
  return wallTimeToInstant(day as Day, time, zone);
};
