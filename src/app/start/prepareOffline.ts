import { rememberChoice } from "#ui/browser/rememberedChoice.ts";
import { copyToDevice } from "./copyToDevice.ts";
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
