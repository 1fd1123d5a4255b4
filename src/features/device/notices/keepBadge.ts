import type { PrivateDeps } from "#sealing/vault/sealingDeps.ts";
import { watchUnopened } from "#storage/feed/watchUnopened.ts";
import { planBadge } from "./planBadge.ts";

/**
 * Keeps the badge true for as long as the page lives. What is unread is counted when the page goes out
 * of sight: before that the person sees it, and every thread has to be opened for it.
 */
export const keepBadge = (deps: PrivateDeps, page: Document): void => {
  if (!("setAppBadge" in navigator)) return;
  const { database, vault } = deps;
  let unopened: number | undefined;
  const countUnread = async (): Promise<number | null> => {
    if (vault.state().type !== "unlocked" || page.visibilityState === "visible") return null;
    const { countUnread: count } = await import("#sealing/records/countUnread.ts");
    const unread = await count(deps);
    return unread.ok ? unread.value : null;
  };
  const update = async (): Promise<void> => {
    if (unopened === undefined) return;
    const unread = await countUnread();
    const plan = planBadge({ vault: vault.state().type, unopened, unread });
    if (plan.type === "show") await navigator.setAppBadge(plan.count);
    if (plan.type === "clear") await navigator.clearAppBadge();
  };
  // A browser may refuse, as Safari does without permission: then there is no badge.
  const handleChange = (): void => void update().catch(() => undefined);
  watchUnopened(database, (count) => {
    unopened = count;
    handleChange();
  });
  vault.listen(handleChange);
  page.addEventListener("visibilitychange", handleChange);
};
