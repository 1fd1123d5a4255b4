import { randomUUID } from "node:crypto";
import type { Envelope } from "#domain/envelope/envelope.ts";
import type { ArrivalProblem } from "#domain/thread/thread.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import type { DeviceSecrets } from "#sealing/records/identities.ts";
import { base64urlToBytes } from "#signing/base64url.ts";
import { createSigningSeed } from "#signing/signText.ts";
import { type EvilEndpoint, openEvilEndpoint } from "./evilEndpoint.ts";
import { type Forgery, forgeAnswer } from "./forgeAnswer.ts";
import type { EndpointProcess } from "./startEndpoint.ts";

type Problem = ArrivalProblem["type"];

/** Chile's feed. */
const feed = "CL/policy";

/** How many genuine letters of Jamaica's there have to be. */
export const genuineCount = 7;

/**
 * What a malicious endpoint does to Jamaica's letters, and what it adds to them: each as the app has
 * to call it. The last genuine letter stays as it is, and is set into the feed a second time.
 */
export const tamper = async (
  endpoint: EndpointProcess,
  brazil: DeviceSecrets,
): Promise<readonly Problem[]> => {
  const evil = openEvilEndpoint(endpoint);
  const letters = evil.listHeld(feed).filter(({ from }) => from.state === "JM");
  const problems = [...changeHeld(evil, letters), ...(await addForged(evil, letters, brazil))];
  evil.close();
  return problems;
};

const changeHeld = (evil: EvilEndpoint, letters: readonly Envelope[]): readonly Problem[] => {
  const [cut, flipped, moved, one, other, plain, untouched] = letters;
  if (!cut || !flipped || !moved || !one || !other || !plain || !untouched) {
    throw new Error(`${letters.length} letters`);
  }
  const middle = Math.floor(flipped.body.length / 2);
  const letter = flipped.body[middle] === "A" ? "B" : "A";
  const changed = flipped.body.slice(0, middle) + letter + flipped.body.slice(middle + 1);
  evil.replace(cut.id, { ...cut, body: cut.body.slice(0, -400) });
  evil.replace(flipped.id, { ...flipped, body: changed });
  evil.replace(moved.id, { ...moved, thread: randomUUID() });
  evil.replace(one.id, { ...one, body: other.body });
  evil.replace(other.id, { ...other, body: one.body });
  evil.replace(plain.id, { ...plain, body: Buffer.from("in plain words").toString("base64") });
  evil.repeat(feed, untouched.id);
  evil.add(feed, randomUUID(), untouched);
  const swapped = ["readdressed", "readdressed"] as const;
  return ["sealBroken", "sealBroken", "readdressed", ...swapped, "sealBroken", "readdressed"];
};

const addForged = async (
  evil: EvilEndpoint,
  [letter]: readonly Envelope[],
  brazil: DeviceSecrets,
): Promise<readonly Problem[]> => {
  const [jamaica] = evil.listDevices("JM/policy");
  const brazilsSeed = base64urlToBytes(brazil.signingSeed);
  if (!letter || !jamaica || !brazilsSeed) throw new Error("nobody to forge");
  const { thread } = letter;
  const stranger = createSigningSeed();
  const asJamaica = { thread, author: jamaica.device, seed: stranger };
  const claimKey = (signed: SignedFile) => ({ ...signed, key: jamaica.signingKey });
  const forgeries: readonly (readonly [Problem, Forgery])[] = [
    ["authorUnknown", { ...asJamaica, text: "Forged: by a stranger" }],
    ["signatureBroken", { ...asJamaica, text: "Forged: as Jamaica", change: claimKey }],
    [
      "authorOfOtherDesk",
      { thread, author: brazil.device, seed: brazilsSeed, text: "Forged: by Brazil" },
    ],
    ["letterMalformed", { ...asJamaica, text: "", change: () => "Forged: no letter" }],
  ];
  const recipients = evil.listDevices(feed);
  for (const [, forgery] of forgeries) {
    const envelope = await forgeAnswer(recipients, forgery);
    evil.add(feed, envelope.id, envelope);
  }
  return forgeries.map(([problem]) => problem);
};
