import { useTranslation } from "react-i18next";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import "./MorePage.css";

/** Lists the actions and settings of this device. */
export const MorePage = () => {
  const { t } = useTranslation(["device", "app"]);
  const ways = [
    { href: "#/more/settings", title: t("more.settings.action"), hint: t("more.settings.hint") },
    { href: "#/more/lock", title: t("more.lock.action"), hint: t("more.lock.hint") },
    { href: "#/enrol", title: t("more.enrol.action"), hint: t("more.enrol.hint") },
    { href: "#/more/notices", title: t("more.notices.action"), hint: t("more.notices.hint") },
    { href: "#/more/sheet", title: t("more.sheet.action"), hint: t("more.sheet.hint") },
    {
      href: "#/more/directory-file",
      title: t("more.directoryFile.action"),
      hint: t("more.directoryFile.hint"),
    },
    { href: "#/more/install", title: t("more.install.action"), hint: t("more.install.hint") },
    { href: "#/more/storage", title: t("more.storage.action"), hint: t("more.storage.hint") },
    { href: "#/more/export", title: t("more.export.action"), hint: t("more.export.hint") },
    { href: "#/more/border", title: t("more.border.action"), hint: t("more.border.hint") },
    { href: "#/more/erase", title: t("more.erase.action"), hint: t("more.erase.hint") },
    { href: "#/more/about", title: t("more.about.action"), hint: t("more.about.hint") },
  ];
  return (
    <>
      <PageHeading title={t("app:layout.more.label")} />
      <ul className="more-ways">
        {ways.map(({ href, title, hint }) => (
          <li key={href}>
            <a href={href}>
              <strong>{title}</strong>
              <span>{hint}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};
