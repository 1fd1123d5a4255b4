import { useTranslation } from "react-i18next";
import type { Edition } from "#domain/directory/edition.ts";
import { SelectField } from "#ui/fields/SelectField.tsx";

type ZoneFieldProps = {
  readonly id: string;
  readonly edition: Edition | undefined;
  /** The device's own zone, labeled as such. */
  readonly own: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (zone: string) => void;
};

/** Chooses the time zone in which a time is meant. */
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

/**
 * Lists the zones to choose from: the device's own first, UTC, the capitals of the directory, then
 * all that this device knows. They are IANA names; an offset would be wrong half the year.
 */
const listZones = (
  own: string,
  edition: Edition | undefined,
  chosen: string,
): readonly string[] => {
  const capitals = (edition?.states ?? []).map(({ zone }) => zone).toSorted();
  // Safari before 15.4 has no such list; the capitals are enough there.
  const all = "supportedValuesOf" in Intl ? Intl.supportedValuesOf("timeZone") : [];
  return [...new Set([own, "UTC", chosen, ...capitals, ...all])].filter((zone) => zone !== "");
};
