import { listOutbox } from "#storage/outbox/outbox.ts";
import { planNextPush } from "./planPush.ts";
import {
  isAnswering,
  type PushDeps,
  pushOutbox,
  releaseNotReached,
  waitsForEndpoint,
} from "./pushOutbox.ts";

/** How often to check whether the endpoint is back, while something waits and the page is visible. */
const checkEveryMs = 3_000;
const checkWhenOfflineMs = 15_000;

export type PushLoop = {
  /** Tries all due entries, and plans the next time. */
  readonly push: () => Promise<void>;
  /** Checks whether the endpoint answers; if it does again, the entries that waited for it are due. */
  readonly checkEndpoint: () => Promise<void>;
  /** The network may have changed: the next answer counts as "again". */
  readonly forget: () => void;
  readonly stop: () => void;
};

/**
 * S9: `navigator.onLine` is only a hint. While something waits, the endpoint itself is asked, and the
 * queue is sent as soon as it answers, whatever the delay after the last failure. If an endpoint
 * answers and still takes nothing, the full delays apply (S4).
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
    const isChecking = document.visibilityState === "visible" && entries.some(waitsForEndpoint);
    const checkMs = navigator.onLine ? checkEveryMs : checkWhenOfflineMs;
    timer = setTimeout(
      () => void guard(checkEndpoint()),
      isChecking ? Math.min(nextMs, checkMs) : nextMs,
    );
  };

  const push = async (): Promise<void> => {
    if (stopped) return;
    await pushOutbox(deps);
    await plan();
  };

  const checkEndpoint = async (): Promise<void> => {
    const waits = (await listOutbox(deps.database)).length > 0;
    if (!waits) return;
    const answers = await isAnswering(deps.client);
    if (answers && !answeredLast) await releaseNotReached(deps);
    answeredLast = answers;
    await push();
  };

  return {
    push,
    checkEndpoint,
    forget: () => {
      answeredLast = false;
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
