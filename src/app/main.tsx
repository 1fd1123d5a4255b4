import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { setUpI18n } from "#i18n/setUpI18n.ts";
import { DatabaseContext } from "#storage/useDatabase.ts";
import { SyncContext } from "#sync/useSync.ts";
import { App } from "./App.tsx";
import { Boundary } from "./Boundary.tsx";
import { findStartLanguage } from "./findStartLanguage.ts";
import { prepareOffline } from "./prepareOffline.ts";
import { loadRoute, routeNamespace } from "./routes.tsx";
import { StartFailure } from "./StartFailure.tsx";
import { startApp } from "./startApp.ts";

/** Starts everything at once, and renders once when the first screen can be whole. */
const main = async (): Promise<void> => {
  const starting = startApp();
  const route = loadRoute(location.hash);
  const language = await findStartLanguage();
  const [i18n, started] = await Promise.all([
    setUpI18n(language, routeNamespace(location.hash)),
    starting,
    route,
  ]);
  const container = document.getElementById("root");
  if (!container) throw new Error("no #root in index.html");
  const root = createRoot(container);
  if (!started.ok) {
    root.render(
      <I18nextProvider i18n={i18n}>
        <StartFailure error={started.error} />
      </I18nextProvider>,
    );
    return;
  }
  const { open, sync, notices } = started.value;
  root.render(
    <I18nextProvider i18n={i18n}>
      <Boundary>
        <DatabaseContext value={open}>
          <SyncContext value={sync}>
            <App notices={notices} />
          </SyncContext>
        </DatabaseContext>
      </Boundary>
    </I18nextProvider>,
  );
  prepareOffline(started.value);
};

void main();
