import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Edition } from "#domain/directory/edition.ts";
import { formatStateName } from "#i18n/format.ts";
import { type Choice, ChoiceField } from "#ui/fields/ChoiceField.tsx";
import { TextAreaField } from "#ui/fields/TextAreaField.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { deskTitles } from "#words/deskWords.ts";
import { CorrectionMail } from "./CorrectionMail.tsx";
import type { FoundContact } from "./findContact.ts";
import { NoteVerbaleForm } from "./NoteVerbaleForm.tsx";
import "./CorrectionPage.css";

type CorrectionPageProps = { readonly edition: Edition; readonly found: FoundContact };

const faults = ["noAnswer", "wrongNumber", "mailReturned", "moved", "other"] as const;
type Fault = (typeof faults)[number];

/** What anyone can do about a wrong entry, and what only the State itself can. */
export const CorrectionPage = ({ edition, found }: CorrectionPageProps) => {
  const { t, i18n } = useTranslation("directory");
  const [chosen, setChosen] = useState<readonly Fault[]>([]);
  const [remark, setRemark] = useState("");
  const { entry, desk, contact } = found;
  const name = formatStateName(entry.state, i18n.language);
  const labels: Readonly<Record<Fault, string>> = {
    noAnswer: t("correction.noAnswer.label"),
    wrongNumber: t("correction.wrongNumber.label"),
    mailReturned: t("correction.mailReturned.label"),
    moved: t("correction.moved.label"),
    other: t("correction.other.label"),
  };
  const choices: readonly Choice<Fault>[] = faults.map((value) => ({
    value,
    label: labels[value],
  }));
  return (
    <article className="correction">
      <div className="no-print">
        <PageHeading
          title={t("correction.page.title")}
          back={{ href: `#/directory/${entry.state}`, label: name }}
        />
        <p>{`${name} – ${t(deskTitles[desk])} – ${contact.office}`}</p>
        <section>
          <h2>{t("correction.tell.title")}</h2>
          <p>{t("correction.tell.hint")}</p>
          <ChoiceField
            legend={t("correction.faults.label")}
            choices={choices}
            chosen={chosen}
            many
            onChange={setChosen}
          />
          <TextAreaField
            label={t("correction.remark.label")}
            hint={t("correction.remark.hint")}
            value={remark}
            onChange={setRemark}
          />
          <CorrectionMail
            {...{ edition, desk, contact, stateName: name, remark }}
            faults={chosen.map((fault) => labels[fault])}
          />
        </section>
      </div>
      <NoteVerbaleForm state={entry.state} desk={desk} contact={contact} />
    </article>
  );
};
