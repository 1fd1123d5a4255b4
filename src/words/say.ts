import type { useTranslation } from "react-i18next";
import type { DeskAddress } from "#domain/desk.ts";
import { isKnownZone, wallTimeToInstant } from "#domain/directory/zonedTime.ts";
import type { SharingMark } from "#domain/envelope/envelope.ts";
import type { Receipt } from "#domain/envelope/receipt.ts";
import type { Observed } from "#domain/inquiry/inquiry.ts";
import { type Severity, severityScales } from "#domain/inquiry/severityScale.ts";
import type { Day } from "#domain/instant.ts";
import type { Say, Sentence, TextHeading } from "#domain/wording/sentence.ts";
import {
  formatInstant,
  formatLanguageName,
  formatLocalTime,
  formatStateName,
} from "#i18n/format.ts";
import { sayDesk } from "./sayDesk.ts";
import type { I18n } from "./sayError.ts";

/**
 * Creates the function that says the fixed sentences of an inquiry and a reply, in a language whose
 * messages are loaded.
 */
export const createSay = (i18n: I18n, language: string): Say => {
  const t = i18n.getFixedT(language, "sentences");
  const speaker = { i18n, language, t };
  return (sentence) =>
    isFixed(sentence) ? t(`text.${sentence.type}.message`) : sayAbout(speaker, sentence);
};

/** Whole sentences that depend only on the language. */
const fixedTypes = [
  "invocation",
  "noAccusation",
  "nationalSecurity",
  "notAnAccusationShort",
  "askedIntroduction",
  "voluntary",
  "whichLanguage",
  "scriptNature",
  "callBack",
  "scriptClosing",
  "voicemail",
  "willLookInto",
  "askedBackIntroduction",
  "takenBack",
  "answerThroughDesk",
] as const;

type FixedSentence = Extract<Sentence, { type: (typeof fixedTypes)[number] }>;

const isFixed = (sentence: Sentence): sentence is FixedSentence =>
  fixedTypes.some((type) => type === sentence.type);

/** Says what a sharing mark allows. */
export const sayMark = (i18n: I18n, mark: SharingMark, language = i18n.language): string => {
  const t = i18n.getFixedT(language, "sentences");
  return t(`mark.${markKeys[mark]}.hint`);
};

/** i18next reads the part before a colon as a namespace, so that a mark can't be used as a key. */
const markKeys = {
  "TLP:RED": "red",
  "TLP:AMBER+STRICT": "amberStrict",
  "TLP:AMBER": "amber",
  "TLP:GREEN": "green",
  "TLP:CLEAR": "clear",
} as const satisfies Record<SharingMark, string>;

/** One language, independent of the interface's. */
type Speaker = {
  readonly i18n: I18n;
  readonly language: string;
  readonly t: ReturnType<typeof useTranslation<"sentences">>["t"];
};

/** Says sentences that depend on the inquiry, or names of its parts. */
const sayAbout = (speaker: Speaker, sentence: Exclude<Sentence, FixedSentence>): string => {
  const { i18n, language, t } = speaker;
  switch (sentence.type) {
    case "title":
      return t("text.inquiry.title");
    case "threadTitle":
      return t("text.thread.title");
    case "engagementTitle":
      return t("text.engagement.title");
    case "notFilled":
      return t("text.notFilled.label");
    case "heading":
      return sayHeading(speaker, sentence.of);
    case "label":
      return t(`text.${sentence.of}.label`);
    case "quoteSource":
      return t(sentence.standing === "quoted" ? "text.quoted.label" : "text.translated.label");
    case "subject":
      return t("text.subject.message", { state: sayState(speaker, sentence.from) });
    case "desk":
      return sayDesk(i18n, sentence.desk, language);
    case "writtenAt":
      return formatInstant(sentence.at, language);
    case "markMeaning":
      return sayMark(i18n, sentence.mark, language);
    case "kind":
      return t(`kind.${sentence.kind}.label`);
    case "observed":
      return sayObserved(speaker, sentence.observed);
    case "severity":
      return saySeverity(speaker, sentence.severity);
    case "asWritten":
      return t("text.asWritten.label", {
        language: formatLanguageName(sentence.language, language),
      });
    case "asked":
      return t(`asked.${sentence.action}.label`);
    case "urgency":
      return sentence.urgency === "none"
        ? t("text.noUrgency.message")
        : t("text.urgency.message", { urgency: t(`urgency.${sentence.urgency}.label`) });
    case "greeting":
      return sayGreeting(speaker, sentence);
    case "scriptMark":
      return t("text.scriptMark.message", {
        mark: sentence.mark,
        meaning: sayMark(i18n, sentence.mark, language),
      });
    case "replyTitle":
      return t(`replyTitle.${sentence.kind}.title`);
    case "askedBack":
      return t(`askedBack.${sentence.what}.label`);
    case "closingReason":
      return t("text.closingReason.message", { reason: t(`reason.${sentence.reason}.label`) });
    case "receipt":
      return sayReceipt(speaker, sentence.receipt);
  }
};

/** A letter's own text has the name of its kind as its heading. */
const sayHeading = ({ t }: Speaker, of: TextHeading): string => {
  switch (of) {
    case "acknowledgement":
    case "update":
    case "answer":
    case "closing":
    case "withdrawal":
      return t(`letter.${of}.title`);
    case "parties":
    case "measure":
    case "meaning":
    case "incident":
    case "request":
    case "reply":
    case "onTheCall":
    case "onVoicemail":
    case "sharing":
      return t(`text.${of}.title`);
  }
};

const sayState = ({ t, language }: Speaker, from: DeskAddress | undefined): string =>
  from ? formatStateName(from.state, language) : t("text.notFilled.label");

const sayReceipt = ({ t, language }: Speaker, receipt: Receipt | null): string => {
  if (!receipt) return t("text.noReceipt.message");
  const { number, heldAt } = receipt;
  return t("text.receipt.message", { number, when: formatInstant(heldAt, language) });
};

type Greeting = Extract<Sentence, { type: "greeting" }>;

const sayGreeting = (
  { i18n, t, language }: Speaker,
  { name, affiliation, from }: Greeting,
): string => {
  const notFilled = t("text.notFilled.label");
  return t("text.greeting.message", {
    name: name || notFilled,
    affiliation: affiliation || notFilled,
    desk: from ? sayDesk(i18n, from, language) : notFilled,
  });
};

const saySeverity = ({ t }: Speaker, severity: Severity): string => {
  if (severity.type === "named") return t("text.severityLevel.message", { ...severity });
  const scale = severityScales.find(({ id }) => id === severity.scale);
  return t("text.severityLevel.message", {
    level: severity.level,
    scale: scale?.name ?? severity.scale,
    worst: scale?.worst ?? "",
  });
};

/** Says the time in the sender's zone, and in UTC if this device knows that zone. */
const sayObserved = ({ t, language }: Speaker, { from, until, zone }: Observed): string => {
  const format = (local: string): string => formatLocalTime(local, language);
  const local = {
    from: format(from),
    until: format(until ?? from),
    zone: zone.replaceAll("_", " "),
  };
  if (!isKnownZone(zone)) {
    return until
      ? t("text.observedLocalSpan.message", local)
      : t("text.observedLocal.message", local);
  }
  const utc = {
    utcFrom: format(toUtc(from, zone)),
    utcUntil: format(toUtc(until ?? from, zone)),
  };
  return until
    ? t("text.observedSpan.message", { ...local, ...utc })
    : t("text.observedAt.message", { ...local, ...utc });
};

/** Converts a local time of `zone` to UTC. */
const toUtc = (local: string, zone: string): string => {
  const [day = "", time = ""] = local.split("T");
  // The schema of `Observed` has checked its form.
  return wallTimeToInstant(day as Day, time, zone);
};
