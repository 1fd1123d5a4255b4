/** `lock`: every tab drops its key. `changed`: the lock was made or changed; look again. */
export type LockWord = "lock" | "changed";

export type LockChannel = {
  readonly tell: (word: LockWord) => void;
  readonly close: () => void;
};

/** Between the tabs of this device. Where the browser has no such channel, each locks alone. */
export const openLockChannel = (onWord: (word: LockWord) => void): LockChannel => {
  if (typeof BroadcastChannel === "undefined") {
    return { tell: () => undefined, close: () => undefined };
  }
  const channel = new BroadcastChannel("enlace-lock");
  channel.addEventListener("message", ({ data: word }: MessageEvent<unknown>) => {
    if (word === "lock" || word === "changed") onWord(word);
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
    tell: (word) => channel.postMessage(word),
    close: () => channel.close(),
  };
};
