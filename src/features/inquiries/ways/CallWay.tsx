import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "#domain/directory/contact.ts";
import type { InquiryParts } from "#domain/inquiry/inquiryParts.ts";
import type { CallLogEntry } from "#domain/inquiry/inquiryRecord.ts";
import { msToInstant } from "#domain/instant.ts";
import { chooseLanguage, type Language } from "#domain/language.ts";
import { inquiryToScript } from "#domain/wording/inquiryToScript.ts";
import { InquiryTextView } from "#features/inquiries/text/InquiryTextView.tsx";
import { formatInstant } from "#i18n/format.ts";
import { Button, ButtonLink } from "#ui/controls/Button.tsx";
import { TextAreaField } from "#ui/fields/TextField.tsx";
import { SayProblem, useSay } from "#words/useSay.tsx";
import type { ContactLog } from "./contactLog.ts";
import { WaySection } from "./WaySection.tsx";
import "./CallWay.css";

type CallWayProps = {
  readonly level?: 3 | 4;
  readonly parts: InquiryParts;
  readonly theirs: Language;
  readonly contacts: readonly Contact[];
  readonly log: ContactLog;
  readonly onLogChange: (log: ContactLog) => void;
};

/** A number to call, what to say in both languages, and a log of the calls. */
export const CallWay = (props: CallWayProps) => {
  const { parts, theirs, contacts, log, level = 4, onLogChange } = props;
  const below = level === 4 ? 5 : 4;
  const { t } = useTranslation("inquiries");
  const phones = contacts.flatMap((contact) => contact.phones);
  const [called, setCalled] = useState<string | undefined>(undefined);
  return (
    <WaySection title={t("callWay.phone.title")} level={level}>
      {phones.length === 0 && <p>{t("callWay.noPhone.message")}</p>}
      <div className="button-row">
        {phones.map((phone) => (
          <ButtonLink key={phone} href={`tel:${phone}`} onClick={() => setCalled(phone)}>
            {t("contact.call.action", { phone })}
          </ButtonLink>
        ))}
      </div>
      <CallScript parts={parts} theirs={theirs} level={below} />
      <CallLog
        phone={called ?? phones[0] ?? ""}
        level={below}
        log={log}
        onLogChange={onLogChange}
      />
    </WaySection>
  );
};

type CallScriptProps = Pick<CallWayProps, "parts" | "theirs"> & { readonly level: 4 | 5 };

const CallScript = ({ parts, theirs, level }: CallScriptProps) => {
  const { t, i18n } = useTranslation("inquiries");
  const own = chooseLanguage([i18n.language]);
  const sayTheirs = useSay(theirs);
  const sayOwn = useSay(own);
  return (
    <details className="call-script">
      <summary>{t("callWay.script.title")}</summary>
      <p className="quiet">{t("callWay.script.hint")}</p>
      <div className="call-script-columns">
        {sayTheirs.type === "ready" ? (
          <InquiryTextView text={inquiryToScript(parts, theirs, sayTheirs.say)} level={level} />
        ) : (
          <SayProblem say={sayTheirs} />
        )}
        {own !== theirs && sayOwn.type === "ready" && (
          <InquiryTextView text={inquiryToScript(parts, own, sayOwn.say)} level={level} />
        )}
      </div>
    </details>
  );
};

type CallLogProps = {
  /** The number last called, or the first one to call. */
  readonly phone: string;
  /** The level of its heading on the page. */
  readonly level: 4 | 5;
  readonly log: ContactLog;
  readonly onLogChange: (log: ContactLog) => void;
};

const outcomes = ["reached", "noAnswer", "leftWord", "wrongNumber"] as const;

/** Logs a call with its time in one tap; the note is saved as it is typed. */
const CallLog = ({ phone, level, log, onLogChange }: CallLogProps) => {
  const Heading = `h${level}` as const;
  const { t, i18n } = useTranslation("inquiries");
  const { calls, otherWays } = log;
  const handleAdd = (outcome: CallLogEntry["outcome"]): void => {
    const at = msToInstant(Date.now());
    const call: CallLogEntry = { id: crypto.randomUUID(), at, phone, outcome, note: "" };
    const reached = outcome === "reached" ? [{ way: "phone" as const, at }] : [];
    onLogChange({ calls: [...calls, call], otherWays: [...otherWays, ...reached] });
  };
  const handleNote = (id: string, note: string): void =>
    onLogChange({
      otherWays,
      calls: calls.map((call) => (call.id === id ? { ...call, note } : call)),
    });
  return (
    <section aria-label={t("callWay.log.title")}>
      <Heading className="call-log-title">{t("callWay.log.title")}</Heading>
      <p className="quiet">{t("callWay.log.hint")}</p>
      <div className="button-row">
        {outcomes.map((outcome) => (
          <Button key={outcome} onClick={() => handleAdd(outcome)}>
            {t(`callWay.${outcome}.action`)}
          </Button>
        ))}
      </div>
      {calls.map((call) => (
        <div key={call.id} className="call-entry">
          <p>
            <strong>{t(`callWay.${call.outcome}.action`)}</strong>
            {call.phone && ` · ${call.phone}`}
          </p>
          <TextAreaField
            label={t("callWay.note.label", { when: formatInstant(call.at, i18n.language) })}
            hint={t("callWay.note.hint")}
            rows={3}
            value={call.note}
            onChange={(note) => handleNote(call.id, note)}
          />
          <Button tone="quiet" onClick={() => onLogChange(withoutCall(log, call))}>
            {t("callWay.remove.action")}
          </Button>
        </div>
      ))}
    </section>
  );
};

/** Removing a call also removes the record that the inquiry was passed on by it. */
const withoutCall = ({ calls, otherWays }: ContactLog, { id, at }: CallLogEntry): ContactLog => ({
  calls: calls.filter((call) => call.id !== id),
  otherWays: otherWays.filter((way) => way.way !== "phone" || way.at !== at),
});
