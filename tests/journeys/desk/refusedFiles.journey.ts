import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { protocolMediaType } from "#protocol/version.ts";
import { createSigningSeed } from "#signing/signText.ts";
import { createProfile, openPage } from "#tests/engines/openPage.ts";
import type { Page } from "#tests/engines/page.ts";
import {
  type EndpointProcess,
  readEdition,
  startEndpoint,
} from "#tests/journeys/steps/endpoint.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { answerInstead } from "#tests/journeys/steps/evilEndpoint.ts";
import { copyApp, seeReady } from "#tests/journeys/steps/person.ts";
import {
  createEditionFiles,
  type EditionFiles,
  heldNumber,
} from "#tests/journeys/steps/publish.ts";
import { chooseFile, createTranslate, openRoute, seeText } from "#tests/journeys/steps/screen.ts";

type Refused = Exclude<keyof EditionFiles, "held" | "newer" | "newest">;

/** What the screen says of each. */
const refused: readonly (readonly [Refused, string])[] = [
  ["forged", "signatureBroken"],
  ["signedByAnother", "publisherUnknown"],
  ["corrupted", "signatureBroken"],
  ["truncated", "signedMalformed"],
  ["older", "editionOlder"],
  ["demonstration", "editionDemonstration"],
  ["realByDemonstration", "publisherUnknown"],
  ["notAnEdition", "signedMalformed"],
];

const engines = enginesOf("desk/refusedFiles");

describe.each(engines)("a directory that comes as a file, in %s", (engine) => {
  const t = createTranslate("en");
  const seed = createSigningSeed();
  const appPath = copyApp(seed);
  let endpoint: EndpointProcess;
  let page: Page;
  let files: EditionFiles;

  const bringIn = async (text: string): Promise<void> => {
    await openRoute(page, endpoint.address, "#/more/directory-file");
    await page.evaluate(chooseFile, { label: t("device:directoryFile.choose.label"), text });
  };
  const seeHeldNumber = (number: number): Promise<void> => {
    const held = t("device:directoryFile.held.message", { number, issued: "#" });
    return seeText(page, held.split("#")[0] ?? "");
  };

  /** Twice: when the second is asked for, what became of the first is settled. */
  const serve = async (body: string): Promise<void> => {
    const answer = { status: 200, mediaType: protocolMediaType, body };
    const impostor = await answerInstead(endpoint, answer);
    for (const hash of ["#/directory", "#/more"]) {
      await openRoute(page, endpoint.address, hash);
      await page.waitFor(isDirectoryAsked, null, { what: "the answered directory" });
    }
    await impostor.stop();
  };

  beforeAll(async () => {
    endpoint = await startEndpoint({ appPath });
    files = await createEditionFiles(endpoint, seed);
    page = await openPage({ engine, profile: createProfile(), locale: "en" });
    await page.goto(endpoint.address);
    await seeReady(page, t);
    await endpoint.stop();
  });
  afterAll(async () => {
    await page?.close();
    await endpoint?.remove();
    rmSync(appPath, { recursive: true });
  });

  test("takes the place of the demonstration when the publisher has signed it", async () => {
    await bringIn(files.held);
    await seeText(page, t("device:directoryFile.taken.title"));
    await seeHeldNumber(heldNumber);
    await bringIn(files.held);
    await seeText(page, t("device:directoryFile.current.title"));
  });

  test.each(refused)("is refused and changes nothing: %s, %s", async (name, error) => {
    const before = await readEdition(page);
    await bringIn(files[name]);
    await seeText(page, t("device:directoryFile.refused.title"));
    await seeText(page, t(`errors:${error}`, { number: heldNumber - 1, heldNumber }));
    await seeText(page, t("device:directoryFile.unchanged.message"));
    await seeHeldNumber(heldNumber);
    expect(await readEdition(page)).toEqual(before);
  });

  test.each(["forged", "signedByAnother", "corrupted", "older"] as const)(
    "changes nothing either when an endpoint serves it: %s",
    async (name) => {
      const before = await readEdition(page);
      await serve(files[name]);
      expect(await readEdition(page)).toEqual(before);
    },
  );

  test("is taken when it is newer, from a file and from the endpoint", async () => {
    await bringIn(files.newer);
    await seeText(page, t("device:directoryFile.taken.title"));
    await seeHeldNumber(heldNumber + 1);
    await serve(files.newest);
    expect((await readEdition(page)).number).toBe(heldNumber + 2);
  });
});

/** Runs in the page. */
const isDirectoryAsked = (): boolean =>
  performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/v1/directory"));
