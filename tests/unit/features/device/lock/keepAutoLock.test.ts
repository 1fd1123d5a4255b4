import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import {
  forgetAttention,
  keepAutoLock,
  noteAttention,
} from "#features/device/lock/keepAutoLock.ts";
import { saveLockChoices } from "#features/device/lock/planAutoLock.ts";
import type { VaultState } from "#sealing/vault/vaultState.ts";
import { announceErasure } from "#storage/device/erasure.ts";

const minuteMs = 60_000;

/** As much of a page as is looked at. */
class TestPage extends EventTarget {
  visibilityState: DocumentVisibilityState = "visible";

  show(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

/** As much of an element as a click is asked for. */
class TestElement extends EventTarget {
  readonly #href: string;

  constructor(href: string) {
    super();
    this.#href = href;
  }

  closest(selector: string): TestElement | null {
    return selector === 'a[href^="tel:"]' && this.#href.startsWith("tel:") ? this : null;
  }
}

const kept = new Map<string, string>();

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-22T15:00:00.000Z") });
  kept.clear();
  vi.stubGlobal("Element", TestElement);
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  forgetAttention();
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

/** A window whose vault only remembers whether it is open. */
const openWindow = (first: VaultState["type"] = "unlocked") => {
  const page = new TestPage();
  const listeners = new Set<() => void>();
  let type = first;
  const change = (to: VaultState["type"]): void => {
    type = to;
    for (const listener of listeners) listener();
  };
  const stop = keepAutoLock({
    vault: {
      state: () => ({ type }) as VaultState,
      listen: (onChange) => {
        listeners.add(onChange);
        return () => listeners.delete(onChange);
      },
      lock: () => Promise.resolve(change("locked")),
    },
    clock: () => Date.now(),
    // It is asked for nothing else.
    page: page as unknown as Document,
  });
  onTestFinished(stop);
  return { page, change, stop, isOpen: () => type === "unlocked" };
};

const touch = (page: TestPage): void => void page.dispatchEvent(new Event("pointerdown"));

const click = (page: TestPage, href: string): void => {
  const event = new Event("click");
  Object.defineProperty(event, "target", { value: new TestElement(href) });
  page.dispatchEvent(event);
};

const begin = () => {
  noteAttention({ activeAtMs: Date.now(), seenAtMs: Date.now() }, Date.now());
  return openWindow();
};

test("a window that is read on and touched stays open", () => {
  const { page, isOpen } = begin();
  for (let minute = 0; minute < 20; minute += 1) {
    vi.advanceTimersByTime(minuteMs);
    touch(page);
  }
  expect(isOpen()).toBe(true);
});

test("a window that nobody touches locks after five minutes", () => {
  const { isOpen } = begin();
  vi.advanceTimersByTime(4.9 * minuteMs);
  expect(isOpen()).toBe(true);
  vi.advanceTimersByTime(0.2 * minuteMs);
  expect(isOpen()).toBe(false);
});

test("what a person has chosen holds at once", () => {
  const { isOpen } = begin();
  saveLockChoices({ idleMinutes: 15, backgroundMinutes: 5 });
  vi.advanceTimersByTime(14 * minuteMs);
  expect(isOpen()).toBe(true);
  vi.advanceTimersByTime(1.2 * minuteMs);
  expect(isOpen()).toBe(false);
});

test("out of sight it locks after a minute", () => {
  const { page, isOpen } = begin();
  page.show("hidden");
  vi.advanceTimersByTime(50_000);
  expect(isOpen()).toBe(true);
  vi.advanceTimersByTime(20_000);
  expect(isOpen()).toBe(false);
});

test("a phone that froze the page for an hour finds it locked, whatever wakes it", () => {
  const { page, isOpen } = begin();
  page.show("hidden");
  // No timer runs in a frozen page.
  vi.setSystemTime(Date.now() + 60 * minuteMs);
  page.visibilityState = "visible";
  touch(page);
  expect(isOpen()).toBe(false);
});

test("a call keeps its script open for half an hour in the background", () => {
  const { page, isOpen } = begin();
  click(page, "tel:+56225550101");
  page.show("hidden");
  vi.advanceTimersByTime(29 * minuteMs);
  expect(isOpen()).toBe(true);
  vi.advanceTimersByTime(2 * minuteMs);
  expect(isOpen()).toBe(false);
});

test("any other link does not", () => {
  const { page, isOpen } = begin();
  click(page, "#/directory");
  page.show("hidden");
  vi.advanceTimersByTime(2 * minuteMs);
  expect(isOpen()).toBe(false);
});

test("a window out of sight stays open with the one that is read", () => {
  const hidden = begin();
  const read = openWindow();
  hidden.page.show("hidden");
  for (let minute = 0; minute < 10; minute += 1) {
    vi.advanceTimersByTime(minuteMs);
    touch(read.page);
  }
  expect([hidden.isOpen(), read.isOpen()]).toEqual([true, true]);
});

test("unlocking after hours begins anew", () => {
  noteAttention({ activeAtMs: Date.now(), seenAtMs: Date.now() }, Date.now());
  const { change, isOpen } = openWindow("locked");
  vi.advanceTimersByTime(300 * minuteMs);
  change("unlocked");
  vi.advanceTimersByTime(4 * minuteMs);
  expect(isOpen()).toBe(true);
});

test("while locked nothing is noted, and after erasing nothing is left", () => {
  const { page, change } = begin();
  forgetAttention();
  change("locked");
  touch(page);
  vi.advanceTimersByTime(minuteMs);
  expect(kept.size).toBe(0);
  change("unlocked");
  expect(kept.size).toBe(1);
  announceErasure();
  touch(page);
  vi.advanceTimersByTime(minuteMs);
  expect(kept.size).toBe(0);
});
