import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageHeading } from "#ui/signs/PageHeading.tsx";

type SheetFrameProps = { readonly title: string; readonly children: ReactNode };

/** A page about one desk's recovery sheet, with the way back; the printer leaves it out. */
export const SheetFrame = ({ title, children }: SheetFrameProps) => {
  const { t } = useTranslation("device");
  return (
    <div className="device-page no-print">
      <PageHeading title={title} back={{ href: "#/more/sheet", label: t("sheet.page.title") }} />
      {children}
    </div>
  );
};
