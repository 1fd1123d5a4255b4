import { useTranslation } from "react-i18next";
import { Route, Switch } from "wouter";
import { PageHeading } from "#ui/PageHeading.tsx";
import { AboutPage } from "./AboutPage.tsx";
import { BorderPage } from "./BorderPage.tsx";
import { DirectoryFilePage } from "./DirectoryFilePage.tsx";
import { EnrolPage } from "./EnrolPage.tsx";
import { ErasePage } from "./ErasePage.tsx";
import { ExportPage } from "./ExportPage.tsx";
import { InstallPage } from "./InstallPage.tsx";
import { LockPage } from "./LockPage.tsx";
import { MorePage } from "./MorePage.tsx";
import { NoticesPage } from "./NoticesPage.tsx";
import { SettingsPage } from "./SettingsPage.tsx";
import { StoragePage } from "./StoragePage.tsx";
import "./device.css";

/** What concerns this device: `#/more/…` and `#/enrol/‹code›`. */
export const DeviceRoutes = () => {
  const { t } = useTranslation("device");
  return (
    <Switch>
      <Route path="/more" component={MorePage} />
      <Route path="/more/settings" component={SettingsPage} />
      <Route path="/more/lock" component={LockPage} />
      <Route path="/more/notices" component={NoticesPage} />
      <Route path="/more/directory-file" component={DirectoryFilePage} />
      <Route path="/more/install" component={InstallPage} />
      <Route path="/more/storage" component={StoragePage} />
      <Route path="/more/export" component={ExportPage} />
      <Route path="/more/border" component={BorderPage} />
      <Route path="/more/erase" component={ErasePage} />
      <Route path="/more/about" component={AboutPage} />
      <Route path="/enrol/:code?">
        {({ code }) => <EnrolPage key={code ?? ""} linkedCode={code ?? ""} />}
      </Route>
      <Route>
        <PageHeading
          title={t("more.unknown.title")}
          back={{ href: "#/more", label: t("more.back.action") }}
        />
      </Route>
    </Switch>
  );
};
