import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import * as v from "valibot";
import { Route, Switch } from "wouter";
import { DeskId } from "#domain/desk.ts";
import { AboutPage } from "#features/device/about/AboutPage.tsx";
import { EnrolPage } from "#features/device/enrolment/EnrolPage.tsx";
import { BorderPage } from "#features/device/erase/BorderPage.tsx";
import { ErasePage } from "#features/device/erase/ErasePage.tsx";
import { ExportPage } from "#features/device/export/ExportPage.tsx";
import { InstallPage } from "#features/device/install/InstallPage.tsx";
import { LockPage } from "#features/device/lock/LockPage.tsx";
import { NoticesPage } from "#features/device/notices/NoticesPage.tsx";
import { SettingsPage } from "#features/device/settings/SettingsPage.tsx";
import { MakeSheetPage } from "#features/device/sheet/MakeSheetPage.tsx";
import { OpenSheetPage } from "#features/device/sheet/OpenSheetPage.tsx";
import { SheetPage } from "#features/device/sheet/SheetPage.tsx";
import { DirectoryFilePage } from "#features/device/storage/DirectoryFilePage.tsx";
import { StoragePage } from "#features/device/storage/StoragePage.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { MorePage } from "./MorePage.tsx";

/** The screens about this device: `#/more/…` and `#/enrol/‹code›`. */
export const DeviceRoutes = () => {
  // Loads these namespaces before anything below renders.
  useTranslation(["device", "words"]);
  return (
    <Switch>
      <Route path="/more" component={MorePage} />
      <Route path="/more/settings" component={SettingsPage} />
      <Route path="/more/lock" component={LockPage} />
      <Route path="/more/notices" component={NoticesPage} />
      <Route path="/more/sheet" component={SheetPage} />
      <Route path="/more/sheet/make/:state/:desk">
        {({ state, desk }) => <OfDesk id={`${state}/${desk}`} Page={MakeSheetPage} />}
      </Route>
      <Route path="/more/sheet/open/:state/:desk">
        {({ state, desk }) => <OfDesk id={`${state}/${desk}`} Page={OpenSheetPage} />}
      </Route>
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
      <Route component={UnknownPage} />
    </Switch>
  );
};

type OfDeskProps = {
  readonly id: string;
  readonly Page: ComponentType<{ readonly desk: DeskId }>;
};

/** A page about one desk; another desk gets a new page with fresh state. */
const OfDesk = ({ id, Page }: OfDeskProps) => {
  const desk = v.safeParse(DeskId, id);
  return desk.success ? <Page key={id} desk={desk.output} /> : <UnknownPage />;
};

const UnknownPage = () => {
  const { t } = useTranslation(["device", "app"]);
  return (
    <PageHeading
      title={t("more.unknown.title")}
      back={{ href: "#/more", label: t("app:layout.more.label") }}
    />
  );
};
