import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { type DeskId, deskToId } from "#domain/desk.ts";
import type { Edition } from "#domain/directory/edition.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import type { Variants } from "#endpoint/http/respondWithVariants.ts";
import type { EditionTag, Store } from "#endpoint/store/store.ts";

export type ServedEdition = {
  readonly number: number;
  readonly demonstration: boolean;
  /** Who can be written to, and which e-mail addresses each of them has. */
  readonly desks: ReadonlyMap<DeskId, ReadonlySet<string>>;
  readonly variants: Variants;
};

/**
 * The newest edition, ready to be sent. The store is asked every time, since another process may
 * have taken a newer one; its contents are read and compressed once.
 */
export const createEditionReader = (store: Store): (() => Promise<ServedEdition | undefined>) => {
  let kept: { readonly digest: string; readonly served: Promise<ServedEdition> } | undefined;
  return async () => {
    const newest = await store.findNewestEdition();
    if (!newest) return undefined;
    if (kept?.digest === newest.digest) return kept.served;
    const served = prepare(store, newest);
    kept = { digest: newest.digest, served };
    served.catch(() => {
      // The next request tries again.
      kept = undefined;
    });
    return served;
  };
};

/** The tag is the edition's number and the digest of what is sent. */
const prepare = async (
  store: Store,
  { number, demonstration, digest }: EditionTag,
): Promise<ServedEdition> => {
  const text = await store.readEdition(digest);
  const bytes = Buffer.from(text);
  // The best quality takes a large edition a quarter of a minute and saves a hundredth.
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, quality),
    promisify(gzip)(bytes),
  ]);
  const tag = `${number}-${digest}`;
  return {
    number,
    demonstration,
    desks: listDesks(text),
    variants: new Map([
      ["identity", { bytes, etag: `"${tag}"` }],
      ["br", { bytes: new Uint8Array(br), etag: `"${tag}-br"` }],
      ["gzip", { bytes: new Uint8Array(gz), etag: `"${tag}-gzip"` }],
    ]),
  };
};

/** The store has taken nothing but editions that were parsed. */
const listDesks = (text: string): ServedEdition["desks"] => {
  const { content } = JSON.parse(text) as SignedFile;
  const { states } = JSON.parse(content) as Edition;
  return new Map(
    states.flatMap(({ state, desks }) =>
      desks.map(({ kind, contacts }) => [
        deskToId({ state, desk: kind }),
        new Set(contacts.flatMap(({ emails }) => emails)),
      ]),
    ),
  );
};
