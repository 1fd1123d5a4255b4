import { useTranslation } from "react-i18next";
import type { DeskAddress, DeskKind, Role } from "#domain/desk.ts";
import { formatStateName } from "#i18n/format.ts";

export const deskTitles = {
  policy: "desk.policy.title",
  "foreign-affairs": "desk.foreignAffairs.title",
  technical: "desk.technical.title",
} as const satisfies Record<DeskKind, string>;

/** Which measure a desk belongs to. */
export const deskHints = {
  policy: "desk.policy.hint",
  "foreign-affairs": "desk.foreignAffairs.hint",
  technical: "desk.technical.hint",
} as const satisfies Record<DeskKind, string>;

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
