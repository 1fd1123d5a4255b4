import { useTranslation } from "react-i18next";
import type { Edition } from "#domain/directory/edition.ts";
import { SelectField } from "#ui/fields/SelectField.tsx";
import { listZones } from "./listZones.ts";

type ZoneFieldProps = {
  readonly id: string;
  readonly edition: Edition | undefined;
  /** The device's own zone, said to be it. */
  readonly own: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (zone: string) => void;
};

/** On whose clock a time is meant. */
export const ZoneField = ({ id, edition, own, value, error, onChange }: ZoneFieldProps) => {
  const { t } = useTranslation("inquiries");
  return (
    <SelectField
      id={id}
      label={t("incidentStep.zone.label")}
      value={value}
      options={listZones(own, edition, value).map((zone) => ({
        value: zone,
        label:
          zone === own
            ? t("incidentStep.deviceZone.label", { zone: toWords(zone) })
            : toWords(zone),
      }))}
      error={error}
      onChange={onChange}
    />
  );
};

const toWords = (zone: string): string => zone.replaceAll("_", " ");
