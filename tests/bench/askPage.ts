import { until } from "#tests/engines/until.ts";
import type { BareTab } from "./bareChromium.ts";

/** What an expression comes to in the page; rejects with the page's own words if it fails. */
export const askPage = async <T>(tab: BareTab, expression: string): Promise<T> => {
  type Answer = { readonly value: T } | { readonly reason: string };
  const answer = await tab.evaluate<Answer>(
    `(async () => ${expression})().then(
      (value) => ({ value }),
      (cause) => ({ reason: String(cause?.stack ?? cause) }),
    )`,
  );
  if (answer === undefined) throw new Error(`the page went away before it answered ${expression}`);
  if ("reason" in answer) throw new Error(answer.reason);
  return answer.value;
};

/** A function with its arguments, as an expression; they are JSON, or functions themselves. */
export const writeCall = (run: unknown, ...values: readonly unknown[]): string => {
  const write = (value: unknown): string =>
    typeof value === "function" ? value.toString() : JSON.stringify(value);
  return `(${write(run)})(${values.map(write).join(", ")})`;
};

/** Goes there and waits until the page says that it is up. */
export const openTab = async (tab: BareTab, url: string, isUp: string): Promise<void> => {
  // The protocol may answer before the last page has gone.
  await tab.evaluate("globalThis.isLeft = true");
  await tab.goto(url);
  const isThere = `!("isLeft" in globalThis) && Boolean(${isUp})`;
  await until(url, () => tab.evaluate<boolean>(isThere), 30_000);
};
