import type { ThreadId } from "#domain/envelope.ts";
import { openThreadRows } from "#features/inquiries/openThreadRows.ts";
import type { PrivateDeps } from "#sealing/sealingDeps.ts";
import { findThreadRows, listThreadRows } from "#storage/threadRows.ts";
import { valueOf } from "../../sealing/createTestDevice.ts";

/** Everything that the list shows, or all that one thread's screen does, as a device keeps it. */
export const readThreads = async ({ database, vault }: PrivateDeps, id?: ThreadId) =>
  valueOf(
    await openThreadRows(
      vault,
      await (id ? findThreadRows(database, id) : listThreadRows(database)),
    ),
  );
