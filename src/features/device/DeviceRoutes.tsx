import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import * as v from "valibot";
import { Route, Switch } from "wouter";
import { DeskId } from "#domain/desk.ts";
import { PageHeading } from "#ui/PageHeading.tsx";
import { AboutPage } from "./AboutPage.tsx";
import { BorderPage } from "./BorderPage.tsx";
import { DirectoryFilePage } from "./DirectoryFilePage.tsx";
import { EnrolPage } from "./EnrolPage.tsx";
import { ErasePage } from "./ErasePage.tsx";
import { ExportPage } from "./ExportPage.tsx";
import { InstallPage } from "./InstallPage.tsx";
import { LockPage } from "./LockPage.tsx";
import { MakeSheetPage } from "./MakeSheetPage.tsx";
import { MorePage } from "./MorePage.tsx";
import { NoticesPage } from "./NoticesPage.tsx";
import { OpenSheetPage } from "./OpenSheetPage.tsx";
import { SettingsPage } from "./SettingsPage.tsx";
import { SheetPage } from "./SheetPage.tsx";
import { StoragePage } from "./StoragePage.tsx";
import "./device.css";

/** What concerns this device: `#/more/…` and `#/enrol/‹code›`. */
export const DeviceRoutes = () => {
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

/** A page about one desk, begun anew for another. */
const OfDesk = ({ id, Page }: OfDeskProps) => {
  const desk = v.safeParse(DeskId, id);
  return desk.success ? <Page key={id} desk={desk.output} /> : <UnknownPage />;
};

const UnknownPage = () => {
  const { t } = useTranslation("device");
  return (
    <PageHeading
      title={t("more.unknown.title")}
      back={{ href: "#/more", label: t("more.back.action") }}
    />
  );
};
