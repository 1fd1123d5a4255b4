import type { DeskAddress } from "#domain/desk.ts";
import { formatStateName } from "#i18n/format.ts";
import type { I18n } from "./sayError.ts";

/** Says a desk of a State: `Chile, policy point of contact (CBM #2)`. */
export const sayDesk = (
  i18n: I18n,
  { state, desk }: DeskAddress,
  language = i18n.language,
): string => {
  const t = i18n.getFixedT(language, "words");
  return t("desk.ofState.label", {
    state: formatStateName(state, language),
    desk: t(`desk.${desk}.label`),
  });
};
