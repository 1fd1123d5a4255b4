import { createRoot, type Root } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { loadRoute, routeNamespaces } from "#app/places/findScreen.tsx";
import { findStartLanguage, firstScreenDone, primeScreen } from "#app/start/firstScreen.ts";
import { prepareOffline } from "#app/start/prepareOffline.ts";
import { Boundary, ErasedScreen, StartFailure, StartHeldUp } from "#app/start/StartFailure.tsx";
import { type StartedApp, startApp } from "#app/start/startApp.ts";
import { listenForInstallOffer } from "#features/device/install/installOffer.ts";
import { setUpI18n } from "#i18n/setUpI18n.ts";
import { SealingContext } from "#sealing/vault/useSealing.ts";
import { listenForErasure } from "#storage/device/erasure.ts";
import { DatabaseContext } from "#storage/useLive.ts";
import { SyncContext } from "#sync/useSync.ts";
import { App } from "./App.tsx";

/** Starts everything at once, and renders once the first screen is complete. */
const main = async (): Promise<void> => {
  listenForInstallOffer();
  const language = findStartLanguage();
  let isStarted = false;
  const starting = startApp({
    prime: async (database) => primeScreen(database, location.hash, await language),
    // Explains the delay as soon as messages are loaded, and keeps waiting.
    onHeldUp: (error) =>
      void readable.then(() => {
        if (!isStarted) root.render(<StartHeldUp error={error} />);
      }),
    onLocked: () => leaveLockedPage(root),
  });
  const words = language.then((found) => setUpI18n(found, routeNamespaces(location.hash)));
  const readable = Promise.all([words, loadRoute(location.hash)]);
  const root = createRoot(findContainer());
  const [i18n] = await readable;
  const started = await starting;
  isStarted = true;
  if (!started.ok) {
    root.render(<StartFailure error={started.error} />);
    return;
  }
  const { open, sync, sealing, news, start, stop } = started.value;
  root.render(
    <I18nextProvider i18n={i18n}>
      <Boundary>
        <DatabaseContext value={open}>
          <SealingContext value={sealing}>
            <SyncContext value={sync}>
              <App news={news} />
            </SyncContext>
          </SealingContext>
        </DatabaseContext>
      </Boundary>
    </I18nextProvider>,
  );
  listenForErasure(() => {
    stop();
    history.replaceState(null, "", "#/");
    root.render(<ErasedScreen />);
  });
  await firstScreenDone();
  start();
  if (open.lasting) {
    startAutoLock(sealing);
    keepSigns(started.value, i18n);
  }
  prepareOffline(started.value);
};

const findContainer = (): HTMLElement => {
  const container = document.getElementById("root");
  if (!container) throw new Error("no #root in index.html");
  return container;
};

/** Only an open vault can lock, so the auto-lock is loaded when the vault first opens. */
const startAutoLock = ({ vault, clock }: StartedApp["sealing"]): void =>
  whenFirstOpen(vault, () => {
    void import("#features/device/lock/keepAutoLock.ts").then(({ keepAutoLock }) =>
      keepAutoLock({ vault, clock, page: document }),
    );
  });

const whenFirstOpen = (vault: StartedApp["sealing"]["vault"], run: () => void): void => {
  const forget = vault.listen(() => {
    if (vault.state().type !== "unlocked") return;
    forget();
    run();
  });
};

/**
 * Loads the badge and notifications for while the page is hidden; the first screen needs neither.
 */
const keepSigns = (
  { sealing, sync }: StartedApp,
  i18n: Awaited<ReturnType<typeof setUpI18n>>,
): void => {
  const readWords = () => ({
    language: i18n.language,
    title: i18n.t("app:notice.waiting.title"),
    message: i18n.t("app:notice.waiting.message"),
  });
  const listenToLanguage = (onChange: () => void): void =>
    void i18n.on("languageChanged", onChange);
  const load = (): void => {
    void import("#features/device/notices/keepNoticeSigns.ts").then(({ keepNoticeSigns }) =>
      keepNoticeSigns({ ...sealing, sync, page: document, readWords, listenToLanguage }),
    );
  };
  // A device that was never enrolled has no notifications; enrolling one opens the vault.
  void sealing.database.enrolments.count().then((count) => {
    if (count > 0) load();
    else whenFirstOpen(sealing.vault, load);
  }, reportError);
};

void main();

/**
 * Leaves a page whose key is gone. React keeps what it rendered before, and a JavaScript engine
 * what a closure holds: only a new page has surely forgotten everything [Note: locking reloads].
 * Offline and without a service worker nothing can serve the page: then it is at least emptied, and
 * the person reloads.
 */
const leaveLockedPage = (root: Root): void => {
  root.render(null);
  if (navigator.serviceWorker?.controller || navigator.onLine) location.reload();
};
