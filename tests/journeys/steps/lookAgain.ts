import { until } from "#tests/engines/until.ts";
import { countNotices } from "./listHeld.ts";
import type { Person } from "./openPerson.ts";

/** Comes back to the app, which then looks for what arrived: no browser here hides a page by itself. */
export const lookAgain = ({ page }: Pick<Person, "page">): Promise<null> =>
  page.evaluate(() => {
    document.dispatchEvent(new Event("visibilitychange"));
    return null;
  }, null);

/** Looks again, and waits until the endpoint has told the other desk that all was fetched. */
export const lookUntilDelivered = async (
  person: Person,
  toldDesk: string,
  notices: number,
): Promise<void> => {
  await lookAgain(person);
  await until(
    `${notices} delivered notices for ${toldDesk}`,
    () => countNotices(person.endpoint, toldDesk, "delivered") >= notices,
  );
};
