import { useTranslation } from "react-i18next";
import type { SentRow } from "#storage/database.ts";

/** What changed between writing and sending, and did not stop it (S11). */
export const SentNotes = ({ sent }: { readonly sent: readonly SentRow[] }) => {
  const { t } = useTranslation("inquiries");
  const notes = [...new Set(sent.flatMap((row) => row.notes))];
  return notes.map((note) => (
    <p key={note} className="quiet">
      {t(noteKeys[note])}
    </p>
  ));
};

const noteKeys = {
  deviceJoined: "sending.deviceJoined.message",
  contactExpired: "sending.contactExpired.message",
} as const satisfies Record<SentRow["notes"][number], string>;
