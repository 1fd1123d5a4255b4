import { useEffect, useState } from "react";
import type { ThreadId } from "#domain/envelope.ts";

/** Whether this window is the one that writes a draft. */
export type EditingTurn = "asking" | "mine" | "elsewhere";

/**
 * One window a draft: two that write the same one would overwrite each other without a word. The
 * turn goes on by itself when the other window closes, dies or leaves the draft. Where there are no
 * Web Locks, there is no storage to share either.
 */
export const useEditingTurn = (id: ThreadId): EditingTurn => {
  const [turn, setTurn] = useState<EditingTurn>(() => (hasLocks() ? "asking" : "mine"));
  useEffect(() => {
    if (!hasLocks()) return undefined;
    let leave = takeTurn(id, setTurn);
    // A page that is kept for "Back" would keep its turn too, and nobody could write on.
    const handleHide = (): void => leave();
    const handleShow = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) leave = takeTurn(id, setTurn);
    };
    addEventListener("pagehide", handleHide);
    addEventListener("pageshow", handleShow);
    return () => {
      removeEventListener("pagehide", handleHide);
      removeEventListener("pageshow", handleShow);
      leave();
    };
  }, [id]);
  return turn;
};

const hasLocks = (): boolean => "locks" in navigator && navigator.locks !== undefined;

/** Asks once, then stands in line; returns how to give the turn back. */
const takeTurn = (id: ThreadId, say: (turn: EditingTurn) => void): (() => void) => {
  const name = `enlace-draft-${id}`;
  const left = new AbortController();
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const hold = (): Promise<void> => {
    if (left.signal.aborted) return Promise.resolve();
    say("mine");
    return ended;
  };
  const stand = async (): Promise<void> => {
    const isFree = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await hold();
      return lock !== null;
    });
    if (isFree || left.signal.aborted) return;
    say("elsewhere");
    await navigator.locks.request(name, { signal: left.signal }, hold);
  };
  stand().catch((cause: unknown) => {
    // Left while standing in line. Any other failure must not keep anybody from writing.
    if (!left.signal.aborted) say("mine");
    if (!left.signal.aborted) reportError(cause);
  });
  return () => {
    left.abort();
    end();
  };
};
