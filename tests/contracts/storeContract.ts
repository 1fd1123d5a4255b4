import { describeEnrolments } from "./describeEnrolments.ts";
import { describeFeeds } from "./describeFeeds.ts";
import { describeNotices } from "./describeNotices.ts";
import { describePublished } from "./describePublished.ts";
import { describeSheets } from "./describeSheets.ts";
import { describeSubscriptions } from "./describeSubscriptions.ts";
import type { OpenStore } from "./storeFixture.ts";

/** What holds for every store that the endpoint may be given. */
export const describeStoreContract = (name: string, openStore: OpenStore): void => {
  describePublished(name, openStore);
  describeEnrolments(name, openStore);
  describeSheets(name, openStore);
  describeFeeds(name, openStore);
  describeNotices(name, openStore);
  describeSubscriptions(name, openStore);
};
