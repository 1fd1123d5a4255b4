import { useTranslation } from "react-i18next";
import { type DeskId, idToDesk } from "#domain/desk.ts";
import { listSheetKeys } from "#domain/trust/deskSheet.ts";
import { listRegistry } from "#storage/desk/registry.ts";
import { useLive } from "#storage/useLive.ts";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";

/** The way to what a desk's recovery sheet opens; none for a desk that never had one. */
export const SheetLink = ({ desk }: { readonly desk: DeskId }) => {
  const { t } = useTranslation("inquiries");
  const keys = useLive(
    async (database) => listSheetKeys(await listRegistry(database), idToDesk(desk)),
    `sheets of ${desk}`,
  );
  if (keys.type !== "ready" || keys.value.length === 0) return null;
  return <ButtonLink href={`#/more/sheet/open/${desk}`}>{t("troubled.sheet.action")}</ButtonLink>;
};
