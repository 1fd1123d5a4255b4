import { useEffect, useState } from "react";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { ThreadRecord } from "#domain/thread/thread.ts";
import { listUnread } from "#domain/thread/threadReading.ts";
import { markRead } from "#sealing/outgoing/queueNote.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { useSync } from "#sync/useSync.ts";

/**
 * Looking at a thread is reading it: the desk's other devices are told. If that can't be said now, it
 * stays unread, and nobody is bothered with it. Answers with what was unread on coming here.
 */
export const useMarkRead = (record: ThreadRecord): ReadonlySet<EnvelopeId> => {
  const deps = useSealing();
  const { pushSoon } = useSync();
  const unread = listUnread(record).map(({ letter }) => letter.id);
  const [fresh, setFresh] = useState<ReadonlySet<EnvelopeId>>(() => new Set(unread));
  if (unread.some((id) => !fresh.has(id))) setFresh(new Set([...fresh, ...unread]));
  const { id, desk } = record;
  const key = unread.join(" ");
  useEffect(() => {
    if (key === "") return undefined;
    const mark = (): void => {
      if (document.visibilityState !== "visible") return;
      void markRead(deps, { id, desk }).then((marked) => {
        if (marked.ok) pushSoon();
      });
    };
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [deps, pushSoon, id, desk, key]);
  return fresh;
};
