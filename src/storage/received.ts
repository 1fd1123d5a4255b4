import type { DeskId } from "#domain/desk.ts";
import type { FeedAnswer } from "#protocol/messages.ts";
import type { EnlaceDatabase, FeedPosition, ReceivedRow } from "./database.ts";

/** Where this device is in a desk's feed; undefined before the first page. */
export const findFeedPosition = (
  database: EnlaceDatabase,
  desk: DeskId,
): Promise<FeedPosition | undefined> => database.positions.get(desk);

/**
 * S7: a page's rows and the position after it, or neither. S12: a new epoch replaces the old
 * epoch's rows with the page that was asked for from the start.
 */
export const saveFeedPage = (database: EnlaceDatabase, page: FeedAnswer): Promise<void> =>
  database.transaction("rw", database.received, database.positions, async () => {
    const held = await database.positions.get(page.desk);
    if (held && held.epoch !== page.epoch) {
      await database.received.filter((row) => row.desk === page.desk).delete();
    }
    await database.received.bulkPut(page.rows.map((row) => ({ ...row, desk: page.desk })));
    await database.positions.put({ desk: page.desk, epoch: page.epoch, next: page.next });
  });

/** In the feed's order. */
export const listReceived = (database: EnlaceDatabase): Promise<ReceivedRow[]> =>
  database.received.toArray();
