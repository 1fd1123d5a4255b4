import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import type { Figure } from "#tests/commands/printFigures.ts";
import { chromiumArguments, chromiumPath } from "#tests/engines/openChromium.ts";
import { median } from "./quantile.ts";

const runs = 5;
const limits = { performance: 0.99, accessibility: 1, "best-practices": 1, seo: 1 } as const;
type Category = keyof typeof limits;
const categories = Object.keys(limits) as readonly Category[];

/** Lighthouse as a phone on a slow network, each time a first visit; medians of five. */
export const measureLighthouse = async (address: string): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  for (const hash of ["", "#/directory"]) {
    const scores: Record<Category, number>[] = [];
    for (let run = 0; run < runs; run += 1) scores.push(await runOnce(address + hash));
    for (const category of categories) {
      figures.push({
        what: `Lighthouse /${hash} ${category}`,
        value: median(scores.map((score) => score[category])),
        unit: "",
        limit: { least: limits[category] },
      });
    }
  }
  return figures;
};

const runOnce = async (url: string): Promise<Record<Category, number>> => {
  const chrome = await launch({
    chromePath: chromiumPath,
    chromeFlags: ["--headless=new", ...chromiumArguments],
    logLevel: "silent",
  });
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      onlyCategories: [...categories],
      logLevel: "silent",
    });
    for (const audit of listFailures(result?.lhr)) console.log(`  ${url} ${audit}`);
    const scoreOf = (category: Category): number => result?.lhr.categories[category]?.score ?? 0;
    return {
      performance: scoreOf("performance"),
      accessibility: scoreOf("accessibility"),
      "best-practices": scoreOf("best-practices"),
      seo: scoreOf("seo"),
    };
  } finally {
    chrome.kill();
  }
};

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

/** Audits of the categories that must be whole, where something was found. */
const listFailures = (report: Report | undefined): readonly string[] =>
  categories
    .filter((category) => limits[category] === 1)
    .flatMap((category) => report?.categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (report?.audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id}: ${report?.audits[id]?.title}`);
