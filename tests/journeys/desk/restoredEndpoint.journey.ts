import { execFileSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "#tests/engines/until.ts";
import { projectFolder } from "#tests/house/listFiles.ts";
import {
  type EndpointProcess,
  findNumber,
  type HeldEnvelope,
  listHeld,
  untilHeld,
} from "#tests/journeys/steps/endpoint.ts";
import { enginesOf } from "#tests/journeys/steps/engines.ts";
import { closeDesks, startEnrolled } from "#tests/journeys/steps/enrolledProfile.ts";
import { ask, openThread, seeUnsent, sendReply } from "#tests/journeys/steps/letterForm.ts";
import type { Person } from "#tests/journeys/steps/person.ts";
import { countLetters, lookAgain, seeGone, seeText } from "#tests/journeys/steps/screen.ts";

const pair = enginesOf("desk/restoredEndpoint");

const ana = { name: "Ana Rojas", office: "Adviser, Ministry" };
const marcia = { name: "Marcia Brown", office: "Director, Cyber Unit" };

describe.each([pair])(
  "an endpoint restored from an older backup, with Chile in %s and Jamaica in %s",
  (asker, asked) => {
    let endpoint: EndpointProcess;
    let chile: Person;
    let jamaica: Person;
    let backup: string;
    let before: readonly HeldEnvelope[];

    beforeAll(async () => {
      const desks = await startEnrolled({ chile: asker, jamaica: asked });
      endpoint = desks.endpoint;
      backup = join(endpoint.folder, "backup.sqlite");
      [chile, jamaica] = await Promise.all([
        desks.open("chile", { language: "es" }),
        desks.open("jamaica"),
      ]);
      await ask(chile);
      backUp();
      await openThread(jamaica, "Chile");
      await sendReply(jamaica, { kind: "acknowledgement", by: marcia, text: "It is looked at." });
      await untilHeld(endpoint, 2);
      await lookAgain(chile);
      await seeText(chile.page, "It is looked at.");
      await sendReply(chile, { kind: "update", by: ana, text: "También un tercer ministerio." });
      await untilHeld(endpoint, 3);
      await lookAgain(jamaica);
      await seeText(jamaica.page, "También un tercer ministerio.");
      before = listHeld(endpoint);
    });
    afterAll(() => closeDesks(endpoint, [chile, jamaica]));

    test("[S12] what was lost is put again by its writers, the same bytes, once", async () => {
      await endpoint.stop();
      await restore();
      expect(listHeld(endpoint)).toHaveLength(1);
      await sendReply(jamaica, { kind: "answer", by: marcia, text: "It was a router." });
      await seeUnsent(jamaica);
      await endpoint.start();
      await lookAgain(jamaica);
      await lookAgain(chile);
      await untilHeld(endpoint, 4);
      await seeText(jamaica.page, jamaica.translate("inquiries:status.answered.label"));
      const bytesOf = (held: readonly HeldEnvelope[]) =>
        new Map(held.map(({ id, bytes }) => [id, bytes]));
      const after = listHeld(endpoint);
      expect(after).toHaveLength(4);
      expect(bytesOf(after)).toEqual(
        new Map([...bytesOf(before), ...bytesOf(after.filter(({ kind }) => kind === "answer"))]),
      );
    });

    test("[S12] neither screen shows anything twice, also after a new start", async () => {
      for (const person of [chile, jamaica]) {
        await lookAgain(person);
        await seeAll(person);
        await seeGone(person.page, person.translate("inquiries:status.waiting.label"));
      }
      for (const [person, state] of [[chile, "Jamaica"] as const, [jamaica, "Chile"] as const]) {
        await openThread(person, state);
        await seeAll(person);
      }
    });

    const seeAll = async ({ page, translate: t }: Person): Promise<void> => {
      const number = findNumber(endpoint, "answer");
      await seeText(
        page,
        t("inquiries:timeline.answered.message", { sender: marcia.name, number }),
      );
      for (const text of [
        "It is looked at.",
        "También un tercer ministerio.",
        "It was a router.",
      ]) {
        await seeText(page, text);
      }
      const queue = /wait.* to be sent|por enviar/;
      await until("an empty queue", async () => !(await page.has("link", queue)));
      expect(await countLetters(page)).toBe(4);
    };

    const backUp = (): void => {
      execFileSync(process.execPath, [join(projectFolder, "src/endpoint/backup.ts"), backup], {
        env: { ...process.env, ENLACE_DATA: endpoint.folder },
      });
    };

    const restore = async (): Promise<void> => {
      await endpoint.forget();
      copyFileSync(backup, join(endpoint.folder, "enlace.sqlite"));
    };
  },
);
