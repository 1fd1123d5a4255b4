import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Violation } from "./page.ts";

/** axe-core as the page takes it: evaluated by the engine itself, which our policy can't refuse. */
export const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** Runs in the page, after `axeSource`. WCAG 2.2 A and AA, and what axe holds for good practice. */
export const runAxe = async (): Promise<readonly Violation[]> => {
  const { axe } = globalThis as unknown as {
    axe: { run(root: Document, options: object): Promise<AxeResults> };
  };
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({
      rule: id,
      impact: impact ?? "unknown",
      where: `${target.join(" ")}: ${failureSummary ?? ""}`,
    })),
  );
};
