import { useTranslation } from "react-i18next";
import type { CallLogEntry } from "#domain/inquiry/inquiryRecord.ts";
import { msToInstant } from "#domain/instant.ts";
import { formatInstant } from "#i18n/format.ts";
import { Button } from "#ui/controls/Button.tsx";
import { TextAreaField } from "#ui/fields/TextAreaField.tsx";
import type { Notes } from "./notes.ts";

type CallLogProps = {
  /** The number called last, or that one would call first. */
  readonly phone: string;
  /** The rank of its heading on the page. */
  readonly level: 4 | 5;
  readonly notes: Notes;
  readonly onNotesChange: (notes: Notes) => void;
};

const outcomes = ["reached", "noAnswer", "leftWord", "wrongNumber"] as const;

const outcomeKeys = {
  reached: "callWay.reached.action",
  noAnswer: "callWay.noAnswer.action",
  leftWord: "callWay.leftWord.action",
  wrongNumber: "callWay.wrongNumber.action",
} as const satisfies Record<CallLogEntry["outcome"], string>;

/** One tap keeps a call with its time; the note is kept as it is typed. */
export const CallLog = ({ phone, level, notes, onNotesChange }: CallLogProps) => {
  const Heading = `h${level}` as const;
  const { t, i18n } = useTranslation("inquiries");
  const { calls, otherWays } = notes;
  const handleAdd = (outcome: CallLogEntry["outcome"]): void => {
    const at = msToInstant(Date.now());
    const call: CallLogEntry = { id: crypto.randomUUID(), at, phone, outcome, note: "" };
    const reached = outcome === "reached" ? [{ way: "phone" as const, at }] : [];
    onNotesChange({ calls: [...calls, call], otherWays: [...otherWays, ...reached] });
  };
  const handleNote = (id: string, note: string): void =>
    onNotesChange({
      otherWays,
      calls: calls.map((call) => (call.id === id ? { ...call, note } : call)),
    });
  return (
    <section className="call-log" aria-label={t("callWay.log.title")}>
      <Heading className="call-log-title">{t("callWay.log.title")}</Heading>
      <p className="quiet">{t("callWay.log.hint")}</p>
      <div className="button-row">
        {outcomes.map((outcome) => (
          <Button key={outcome} onClick={() => handleAdd(outcome)}>
            {t(outcomeKeys[outcome])}
          </Button>
        ))}
      </div>
      {calls.map((call) => (
        <div key={call.id} className="call-entry">
          <p>
            <strong>{t(outcomeKeys[call.outcome])}</strong>
            {call.phone && ` · ${call.phone}`}
          </p>
          <TextAreaField
            label={t("callWay.note.label", { when: formatInstant(call.at, i18n.language) })}
            hint={t("callWay.note.hint")}
            rows={3}
            value={call.note}
            onChange={(note) => handleNote(call.id, note)}
          />
          <Button tone="quiet" onClick={() => onNotesChange(withoutCall(notes, call))}>
            {t("callWay.remove.action")}
          </Button>
        </div>
      ))}
    </section>
  );
};

/** A call that is removed takes back the word that it was the way. */
const withoutCall = ({ calls, otherWays }: Notes, { id, at }: CallLogEntry): Notes => ({
  calls: calls.filter((call) => call.id !== id),
  otherWays: otherWays.filter((way) => way.way !== "phone" || way.at !== at),
});
