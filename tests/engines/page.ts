import type { Act } from "./fields.ts";

export const engineNames = ["chromium", "firefox", "webkit"] as const;
export type EngineName = (typeof engineNames)[number];

export type PageOptions = {
  readonly engine: EngineName;
  /** A folder of its own: what the browser keeps between restarts. */
  readonly profile: string;
  readonly locale?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  /** 2 is a person's "200 % text": the browser's default font size, not a zoom. */
  readonly textScale?: number;
  /** WebKit draws with its compositor, which takes a fifth more work: without it, no picture. */
  readonly takesPictures?: boolean;
  /** Chromium with all that is around a page, not its engine alone: for what only that can do. */
  readonly isWholeBrowser?: boolean;
  /** Whether the page tries what its policy forbids: else `close` rejects with what was tried. */
  readonly breaksPolicy?: boolean;
};

/** What axe-core found wrong: the rule, and where. */
export type Violation = { readonly rule: string; readonly impact: string; readonly where: string };

/** A name is matched whole if it is a string. */
export type AccessibleName = string | RegExp;

export type WaitOptions = { readonly timeoutMs?: number; readonly what?: string };

/**
 * One browser with one tab, the same over all engines. Everything is bounded: what doesn't come in
 * time rejects and says what was waited for. Functions given to `evaluate` and `waitFor` run in the
 * page and see only their argument.
 */
export type Page = {
  readonly engine: EngineName;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  url(): Promise<string>;
  /** Waits for the one visible element of this role and name, then clicks it as a person would. */
  click(role: string, name: AccessibleName): Promise<void>;
  /** Replaces what stands in the field with this label; chooses, if it is a select. */
  fill(label: string, text: string): Promise<void>;
  /** Passes through screens that prove something elsewhere; see `actInPage`. */
  act(acts: readonly Act[]): Promise<void>;
  /** Keys into what has the focus, one by one. */
  type(text: string): Promise<void>;
  press(key: PageKey): Promise<void>;
  has(role: string, name: AccessibleName): Promise<boolean>;
  waitForRole(role: string, name: AccessibleName, options?: WaitOptions): Promise<void>;
  textOf(role: string, name?: AccessibleName): Promise<string>;
  waitFor<A>(
    isTrue: (argument: A) => boolean | Promise<boolean>,
    argument: A,
    options?: WaitOptions,
  ): Promise<void>;
  evaluate<T, A>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  findViolations(): Promise<readonly Violation[]>;
  screenshot(): Promise<Uint8Array>;
  /** Cuts the browser's network; false where the engine can't, then stop the server instead. */
  setOffline(isOffline: boolean): Promise<boolean>;
  /** Ends every process of the browser at once, as a crash would. */
  kill(): Promise<void>;
  /** The same profile in a new browser, on an empty page; closes the old one first. */
  restart(): Promise<void>;
  /** Ends the browser as a person does, and leaves its profile where it is. */
  end(): Promise<void>;
  /** Ends the browser and removes its profile; rejects if a page broke its policy. */
  close(): Promise<void>;
};

export type PageKey =
  | "Enter"
  | "Tab"
  | "Escape"
  | "Space"
  | "Backspace"
  | "ArrowUp"
  | "ArrowDown"
  | "ArrowLeft"
  | "ArrowRight";
