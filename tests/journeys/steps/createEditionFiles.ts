import { join } from "node:path";
import type { Edition } from "#domain/directory/edition.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { openPublisher, type Publisher } from "#secretariat/publisher/publisher.ts";
import { createSigningSeed, signText } from "#signing/signText.ts";
import { createTestEdition } from "#tests/unit/endpoint/world/createTestEdition.ts";
import type { EndpointProcess } from "./startEndpoint.ts";

/** Files that somebody hands to a person whose device holds `heldNumber`. */
export type EditionFiles = {
  readonly held: string;
  readonly newer: string;
  readonly newest: string;
  /** By what is wrong with them. */
  readonly forged: string;
  readonly signedByAnother: string;
  readonly corrupted: string;
  readonly truncated: string;
  readonly older: string;
  readonly demonstration: string;
  readonly realByDemonstration: string;
  readonly notAnEdition: string;
};

export const heldNumber = 5;

/** `demonstration`: whose key this app takes demonstrations from, and nothing else. */
export const createEditionFiles = async (
  { folder }: EndpointProcess,
  demonstration: Uint8Array,
): Promise<EditionFiles> => {
  const publisher = await openPublisher(join(folder, "publisher"));
  if (!publisher.ok) throw new Error(publisher.error);
  const { sign } = publisher.value;
  const publish = (number: number) => sign("edition", write({ number }));
  const stranger = createSigningSeed();
  const newer = publish(heldNumber + 1);
  const [first = ""] = publisher.value.publicKeys;
  const claimed = signText(stranger, "edition", newer.content);
  return {
    held: JSON.stringify(publish(heldNumber)),
    newer: JSON.stringify(newer),
    newest: JSON.stringify(publish(heldNumber + 2)),
    forged: JSON.stringify({ ...claimed, key: first }),
    signedByAnother: JSON.stringify(claimed),
    corrupted: JSON.stringify(corrupt(newer)),
    truncated: JSON.stringify(newer).slice(0, -200),
    older: JSON.stringify(publish(heldNumber - 1)),
    demonstration: JSON.stringify(sign("edition", write({ number: 9, demonstration: true }))),
    realByDemonstration: JSON.stringify(signText(demonstration, "edition", write({ number: 9 }))),
    notAnEdition: JSON.stringify(signAsGrant(publisher.value, newer)),
  };
};

const write = (change: Partial<Edition>): string =>
  JSON.stringify(createTestEdition({ demonstration: false, ...change }));

/** One letter of what is signed. */
const corrupt = (file: SignedFile): SignedFile => ({
  ...file,
  content: file.content.replace("desk@secretariat", "desk@secretariot"),
});

const signAsGrant = ({ sign }: Publisher, { content }: SignedFile): SignedFile =>
  sign("grant", content);
