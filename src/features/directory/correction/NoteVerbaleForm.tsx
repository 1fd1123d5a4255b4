import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskKind, StateCode } from "#domain/desk.ts";
import type { Contact } from "#domain/directory/contact.ts";
import { type AppLanguage, appLanguages, languageNames } from "#i18n/appLanguage.ts";
import { Button } from "#ui/controls/Button.tsx";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";
import { SelectField } from "#ui/fields/SelectField.tsx";
import { TextField } from "#ui/fields/TextField.tsx";
import { contactToFields } from "./contactToFields.ts";
import { type EntryField, entryFields, entryLabels } from "./entryFields.ts";
import { NoteVerbale } from "./NoteVerbale.tsx";
import { useNoteTexts } from "./useNoteTexts.ts";

type NoteVerbaleFormProps = {
  readonly state: StateCode;
  readonly desk: DeskKind;
  readonly contact: Contact;
};

export type NoteKind = "amend" | "remove";

/** The State's own way: a note that changes or removes its entry, written here, sealed elsewhere. */
export const NoteVerbaleForm = ({ state, desk, contact }: NoteVerbaleFormProps) => {
  const { t, i18n } = useTranslation("directory");
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
              label={t(entryLabels[field])}
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
