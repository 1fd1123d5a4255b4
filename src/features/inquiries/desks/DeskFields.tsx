import { useTranslation } from "react-i18next";
import { type DeskAddress, deskKinds } from "#domain/desk.ts";
import type { Edition } from "#domain/directory/edition.ts";
import { formatStateName, sortByName } from "#i18n/format.ts";
import { ChoiceField } from "#ui/fields/ChoiceField.tsx";
import { SelectField } from "#ui/fields/SelectField.tsx";

type DeskFieldsProps = {
  readonly id: string;
  readonly edition: Edition;
  readonly address: DeskAddress | undefined;
  readonly deskLegend: string;
  readonly deskHint?: string;
  readonly error: string | undefined;
  readonly onChange: (address: DeskAddress) => void;
};

/** Chooses a State of the saved directory and one of its desks, by default the policy desk. */
export const DeskFields = (props: DeskFieldsProps) => {
  const { id, edition, address, deskLegend, deskHint, error, onChange } = props;
  const { t, i18n } = useTranslation(["inquiries", "words"]);
  const states = sortByName(
    edition.states.map(({ state }) => ({
      value: state,
      label: formatStateName(state, i18n.language),
    })),
    ({ label }) => label,
  );
  return (
    <>
      <SelectField
        id={id}
        label={t("contactStep.state.label")}
        placeholder={t("contactStep.state.placeholder")}
        options={states}
        value={address?.state ?? ""}
        error={error}
        onChange={(state) => onChange({ state, desk: address?.desk ?? "policy" })}
      />
      {address && (
        <ChoiceField
          legend={deskLegend}
          hint={deskHint}
          choices={deskKinds.map((value) => ({ value, label: t(`words:desk.${value}.label`) }))}
          chosen={[address.desk]}
          onChange={([desk]) => desk && onChange({ state: address.state, desk })}
        />
      )}
    </>
  );
};
