import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskId } from "#domain/desk.ts";
import { deskToId, idToDesk, isSameDesk } from "#domain/desk.ts";
import { DeskFields } from "#features/inquiries/desks/DeskFields.tsx";
import { SenderFields } from "#features/inquiries/fields/SenderFields.tsx";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { sayDesk } from "#words/sayDesk.ts";
import { fieldId, type StepProps } from "./stepProps.ts";

/** Step 2: "provide your name and affiliation". */
export const SenderStep = (props: StepProps) => (
  <>
    <SenderFields {...props} idOf={fieldId} />
    <OwnDesk {...props} />
  </>
);

const OwnDesk = ({ draft, edition, enrolments, onChange, errorOf }: StepProps) => {
  const { t, i18n } = useTranslation(["inquiries", "words"]);
  const { from } = draft;
  const own = enrolments.filter(({ role }) => role === "desk").map(({ desk }) => desk);
  const [wantsOther, setWantsOther] = useState(false);
  const isOwn = from !== undefined && own.some((desk) => isSameDesk(desk, from));
  const showsOther = own.length === 0 || wantsOther || (from !== undefined && !isOwn);
  const choices = [
    ...own.map((desk) => ({
      value: deskToId(desk) as DeskId | "other",
      label: sayDesk(i18n, desk),
      hint: t("senderStep.enrolled.hint"),
    })),
    { value: "other" as const, label: t("senderStep.otherDesk.label") },
  ];
  return (
    <>
      {own.length > 0 && (
        <ChoiceField
          id={showsOther ? "inquiry-own-desk" : fieldId("from")}
          legend={t("senderStep.desk.label")}
          choices={choices}
          chosen={showsOther ? ["other"] : from ? [deskToId(from)] : []}
          error={showsOther ? undefined : errorOf("from")}
          onChange={([chosen]) => {
            setWantsOther(chosen === "other");
            if (chosen && chosen !== "other") onChange({ from: idToDesk(chosen) });
          }}
        />
      )}
      {own.length === 0 && (
        <Callout tone="plain">
          <p>{t("senderStep.notEnrolled.message")}</p>
          <p>
            <a href="#/enrol">{t("words:enrol.device.action")}</a>
          </p>
        </Callout>
      )}
      {showsOther && edition && (
        <DeskFields
          id={fieldId("from")}
          edition={edition}
          address={from}
          deskLegend={t("senderStep.desk.label")}
          error={errorOf("from")}
          onChange={(address) => onChange({ from: address })}
        />
      )}
    </>
  );
};
