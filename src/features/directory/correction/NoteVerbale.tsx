import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskKind, StateCode } from "#domain/desk.ts";
import type { Contact } from "#domain/directory/contact.ts";
import { type AppLanguage, appLanguages, languageNames } from "#i18n/appLanguage.ts";
import { formatStateName } from "#i18n/format.ts";
import { Button } from "#ui/controls/Button.tsx";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";
import { SelectField } from "#ui/fields/SelectField.tsx";
import { TextField } from "#ui/fields/TextField.tsx";
import {
  contactToFields,
  type EntryField,
  entryFields,
  type NoteTexts,
  useNoteTexts,
} from "./entryFields.ts";
import "./NoteVerbale.css";

type NoteVerbaleProps = {
  readonly texts: NoteTexts;
  readonly state: StateCode;
  readonly desk: DeskKind;
  readonly contact: Contact;
  readonly kind: NoteKind;
  readonly proposed: Readonly<Record<EntryField, string>>;
};

/**
 * A note in a mission's form: third person, no signature, room for number, place, date and seal.
 */
const NoteVerbale = ({ texts, state, desk, contact, kind, proposed }: NoteVerbaleProps) => {
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
        <caption>{`${t(`words:desk.${desk}.title`)} – ${t(`words:desk.${desk}.hint`)} – ${contact.id}`}</caption>
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
              <th scope="row">{t(`directory:entry.${field}.label`)}</th>
              <td>{current[field]}</td>
              {kind === "amend" && <td>{proposed[field]}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t("noteVerbale.closing.message")}</p>
      <p className="note-place">{t("noteVerbale.place.label")}</p>
      <p className="note-seal">{t("noteVerbale.seal.hint")}</p>
      <p>{t("noteVerbale.address.label")}</p>
    </div>
  );
};

type NoteVerbaleFormProps = {
  readonly state: StateCode;
  readonly desk: DeskKind;
  readonly contact: Contact;
};

type NoteKind = "amend" | "remove";

/**
 * Writes the note by which the State itself changes or removes its entry; it is sealed elsewhere.
 */
export const NoteVerbaleForm = ({ state, desk, contact }: NoteVerbaleFormProps) => {
  const { t, i18n } = useTranslation(["correction", "directory"]);
  const current = contactToFields(contact, i18n.language);
  const [kind, setKind] = useState<NoteKind>("amend");
  const [proposed, setProposed] = useState<Readonly<Partial<Record<EntryField, string>>>>({});
  const [language, setLanguage] = useState(i18n.language as AppLanguage);
  const noteTexts = useNoteTexts(language);
  return (
    <section>
      <div className="no-print">
        <h2>{t("note.section.title")}</h2>
        <p>{t("note.section.hint")}</p>
        <SelectField
          label={t("note.language.label")}
          value={language}
          options={appLanguages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={setLanguage}
        />
        <ChoiceField
          legend={t("note.kind.label")}
          choices={[
            { value: "amend", label: t("note.amend.label") },
            { value: "remove", label: t("note.remove.label") },
          ]}
          chosen={[kind]}
          onChange={([chosen]) => setKind(chosen ?? "amend")}
        />
        {kind === "amend" &&
          entryFields.map((field) => (
            <TextField
              key={field}
              label={t(`directory:entry.${field}.label`)}
              value={proposed[field] ?? current[field]}
              onChange={(text) => setProposed({ ...proposed, [field]: text })}
            />
          ))}
      </div>
      {noteTexts && (
        <NoteVerbale
          texts={noteTexts}
          {...{ state, desk, contact, kind, proposed: { ...current, ...proposed } }}
        />
      )}
      <Button tone="primary" className="no-print" onClick={() => print()}>
        {t("note.print.action")}
      </Button>
    </section>
  );
};
