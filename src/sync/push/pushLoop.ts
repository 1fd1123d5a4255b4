import { listOutbox } from "#storage/outbox/outbox.ts";
import { planNextPush } from "./planPush.ts";
import {
  isAnswering,
  type PushDeps,
  pushOutbox,
  releaseNotReached,
  waitsForEndpoint,
} from "./pushOutbox.ts";

/** While something waits and the page is in sight, look this often whether the endpoint is back. */
const lookEveryMs = 3_000;
const lookWhenOfflineMs = 15_000;

export type PushLoop = {
  /** Tries what is due, and plans the next time. */
  readonly push: () => Promise<void>;
  /** Asks whether the endpoint answers; if it does again, what waited for it is due. */
  readonly look: () => Promise<void>;
  /** Something changed outside: the next answer counts as "again". */
  readonly forget: () => void;
  readonly stop: () => void;
};

/**
 * S9: `navigator.onLine` is only a hint. While something waits, the endpoint itself is asked, and
 * the queue goes as soon as it answers, whatever delay the last failure had earned. An endpoint
 * that answers and still takes nothing earns the full delays (S4).
 */
export const createPushLoop = (
  deps: PushDeps,
  guard: (work: Promise<unknown>) => Promise<void>,
): PushLoop => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let answeredLast = false;
  let stopped = false;

  const plan = async (): Promise<void> => {
    const entries = await listOutbox(deps.database);
    const nextMs = planNextPush(entries, deps.clock());
    clearTimeout(timer);
    if (nextMs === null || stopped) return;
    const isLooking = document.visibilityState === "visible" && entries.some(waitsForEndpoint);
    const lookMs = navigator.onLine ? lookEveryMs : lookWhenOfflineMs;
    timer = setTimeout(() => void guard(look()), isLooking ? Math.min(nextMs, lookMs) : nextMs);
  };

  const push = async (): Promise<void> => {
    if (stopped) return;
    await pushOutbox(deps);
    await plan();
  };

  const look = async (): Promise<void> => {
    const waits = (await listOutbox(deps.database)).length > 0;
    if (!waits) return;
    const answers = await isAnswering(deps.client);
    if (answers && !answeredLast) await releaseNotReached(deps);
    answeredLast = answers;
    await push();
  };

  return {
    push,
    look,
    forget: () => {
      answeredLast = false;
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
