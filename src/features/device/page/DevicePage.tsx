import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import "./DevicePage.css";

type DevicePageProps = { readonly title: string; readonly children: ReactNode };

/** A page under "More", with a link back. */
export const DevicePage = ({ title, children }: DevicePageProps) => {
  const { t } = useTranslation(["device", "app"]);
  return (
    <div className="device-page">
      <PageHeading title={title} back={{ href: "#/more", label: t("app:layout.more.label") }} />
      {children}
    </div>
  );
};
