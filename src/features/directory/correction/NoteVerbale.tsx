import type { DeskKind, StateCode } from "#domain/desk.ts";
import type { Contact } from "#domain/directory/contact.ts";
import { formatStateName } from "#i18n/format.ts";
import { deskHints, deskTitles } from "#words/deskWords.ts";
import { contactToFields } from "./contactToFields.ts";
import { type EntryField, entryFields, entryLabels } from "./entryFields.ts";
import type { NoteKind } from "./NoteVerbaleForm.tsx";
import type { NoteTexts } from "./useNoteTexts.ts";
import "./NoteVerbale.css";

type NoteVerbaleProps = {
  readonly texts: NoteTexts;
  readonly state: StateCode;
  readonly desk: DeskKind;
  readonly contact: Contact;
  readonly kind: NoteKind;
  readonly proposed: Readonly<Record<EntryField, string>>;
};

/** As a mission writes it: third person, no signature, room for number, place, date and seal. */
export const NoteVerbale = ({ texts, state, desk, contact, kind, proposed }: NoteVerbaleProps) => {
  const { t, language } = texts;
  const current = contactToFields(contact, language);
  return (
    <div className="note-verbale" lang={language}>
      <header>
        <p className="note-state">{formatStateName(state, language)}</p>
        <p>{t("noteVerbale.mission.title")}</p>
      </header>
      <p className="note-number">{t("noteVerbale.number.label")}</p>
      <h3>{t("noteVerbale.kind.title")}</h3>
      <p>{t("noteVerbale.opening.message")}</p>
      <p>{kind === "amend" ? t("noteVerbale.amend.message") : t("noteVerbale.remove.message")}</p>
      <table>
        <caption>{`${t(deskTitles[desk])} – ${t(deskHints[desk])} – ${contact.id}`}</caption>
        <thead>
          <tr>
            <th scope="col">{t("noteVerbale.field.label")}</th>
            <th scope="col">{t("noteVerbale.current.label")}</th>
            {kind === "amend" && <th scope="col">{t("noteVerbale.proposed.label")}</th>}
          </tr>
        </thead>
        <tbody>
          {entryFields.map((field) => (
            <tr key={field}>
              <th scope="row">{t(entryLabels[field])}</th>
              <td>{current[field]}</td>
              {kind === "amend" && <td>{proposed[field]}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t("noteVerbale.closing.message")}</p>
      <p className="note-place">{t("noteVerbale.place.label")}</p>
      <p className="note-seal">{t("noteVerbale.seal.hint")}</p>
      <p className="note-address">{t("noteVerbale.address.label")}</p>
    </div>
  );
};
