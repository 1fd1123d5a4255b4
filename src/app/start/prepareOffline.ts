import { createClosedSealer } from "#sealing/vault/createClosedSealer.ts";
import type { Vault } from "#sealing/vault/vault.ts";
import type { OpenDatabase } from "#storage/openDatabase.ts";
import { copyContent } from "#sync/content/copyContent.ts";
import { takeShippedDirectory } from "#sync/content/refreshDirectory.ts";
import { findConfig, refreshConfig } from "#sync/endpoint/loadConfig.ts";
import { rememberChoice } from "#ui/browser/rememberedChoice.ts";
import { registerWorker } from "./registerWorker.ts";
import type { StartedApp } from "./startApp.ts";

/**
 * Puts everything on the device: all four packs, the directory, every file of the app. "Ready" is
 * said when all of it is there, not before.
 */
export const prepareOffline = ({ open, baseUrl, notices, sealing }: StartedApp): void => {
  const { database, vault } = sealing;
  const worker = registerWorker({
    onUpdate: (accept) => notices.change({ update: { type: "waiting", accept } }),
  });
  void Promise.all([copyToDevice({ open, baseUrl, vault }), worker]).then(
    async ([[content, edition], working]) => {
      const held = await database.packs.count();
      const missing = [
        ...(content.ok || held === 4 ? [] : [content.error.type]),
        ...(edition.ok || (await database.editions.count()) > 0 ? [] : [edition.error.type]),
        ...(working.ok ? [] : [working.error.type]),
        ...(open.lasting ? [] : ["storageMissing"]),
      ];
      const [reason] = missing;
      if (reason === undefined) rememberChoice("enlace.ready", "1");
      notices.change({
        readiness: reason === undefined ? { type: "ready" } : { type: "incomplete", reason },
      });
    },
    (cause: unknown) => {
      reportError(cause);
      notices.change({ readiness: { type: "incomplete", reason: "storageFailed" } });
    },
  );
};

type CopyDeps = {
  readonly open: OpenDatabase;
  readonly baseUrl: string;
  readonly vault: Vault;
};

/** The texts and the directory, without the app itself. */
export const copyToDevice = (deps: CopyDeps) =>
  Promise.all([copyContent(deps.open.database, deps.baseUrl), copyDirectory(deps)]);

/** Whom to trust is looked at first: a new build may ship an edition that a new key has signed. */
const copyDirectory = async ({ open: { database }, baseUrl, vault }: CopyDeps) => {
  const config = (await refreshConfig(database, baseUrl)) ?? (await findConfig(database));
  const { publishers = [], demonstration = null } = config ?? {};
  const closed = createClosedSealer(vault);
  const deps = { database, publishers, demonstration, closed, clock: () => Date.now() };
  return takeShippedDirectory(deps, baseUrl);
};
