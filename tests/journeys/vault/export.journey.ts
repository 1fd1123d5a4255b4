import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportDivider } from "#sealing/age/exportSealed.ts";
import {
  canaryPlaces,
  createCanary,
  findInFiles,
  writeCanaries,
} from "#tests/journeys/steps/canary.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { type Enrolled, openEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import { openAge } from "#tests/journeys/steps/kept.ts";
import { seeText, takeDownload } from "#tests/journeys/steps/screen.ts";
import { goToPrivate } from "#tests/journeys/steps/vaultForm.ts";

const passphrase = "lantern gravel ocean thimble quartz";

describe.each(enginesOf("vault/export"))("an export that was made in %s", (engine) => {
  const word = createCanary();
  const folder = mkdtempSync(join(tmpdir(), "enlace-export-"));
  const path = join(folder, "enlace.age");
  let app: Enrolled;
  let opened = "";

  beforeAll(async () => {
    app = await openEnrolled(engine);
    await writeCanaries(app, word);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await app?.close();
  });

  test("is handed over sealed, without a network", async () => {
    const { page, endpoint, translate: t } = app;
    await endpoint.stop();
    await goToPrivate(app, "#/more/export");
    await page.fill(t("device:passphrase.typed.label"), passphrase);
    await page.fill(t("device:passphrase.again.label"), passphrase);
    const name = await takeDownload(app, path, () =>
      page.click("button", t("device:export.make.action")),
    );
    expect(name).toMatch(/^enlace-\d{4}-\d\d-\d\d\.age$/);
    await seeText(page, t("device:export.given.message", { name }));
    expect(findInFiles(folder, word)).toEqual([]);
  });

  test("is not opened by another passphrase", async () => {
    await expect(openAge(path, `${passphrase} no`)).rejects.toThrow(/incorrect passphrase/);
  });

  test("is opened by the ordinary age to what a person can read", async () => {
    opened = await openAge(path, passphrase);
    const [text = ""] = opened.split(exportDivider);
    for (const place of canaryPlaces) expect(text).toContain(word + place);
    const waits = app.translate("device:exportText.queued.message", { when: "#" });
    expect(text).not.toContain(waits.split("#")[0]);
  });

  test("holds the same for a program, and nothing with which to act for the desk", () => {
    const [, json = ""] = opened.split(exportDivider);
    const all = JSON.parse(json) as Record<string, unknown>;
    const found = Object.entries(all).filter(([, part]) => JSON.stringify(part).includes(word));
    expect(found.map(([name]) => name).toSorted()).toEqual([
      "drafts",
      "inquiries",
      "profile",
      "threads",
    ]);
    for (const place of canaryPlaces) expect(json).toContain(word + place);
    expect(opened).not.toMatch(/AGE-SECRET-KEY|signingSeed|"token"/);
  });
});
