import { useTranslation } from "react-i18next";
import type { DeskAddress, Role } from "#domain/desk.ts";
import { formatStateName } from "#i18n/format.ts";

/** Desks and roles in the reader's words. */
export const useDeskName = () => {
  const { t, i18n } = useTranslation("device");
  const desks = {
    policy: t("desk.policy.label"),
    "foreign-affairs": t("desk.foreignAffairs.label"),
    technical: t("desk.technical.label"),
  };
  const roles = { desk: t("role.desk.label"), reader: t("role.reader.label") };
  return {
    nameDesk: ({ state, desk }: DeskAddress): string =>
      t("desk.ofState.label", { state: formatStateName(state, i18n.language), desk: desks[desk] }),
    nameRole: (role: Role): string => roles[role],
  };
};
