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
  /** The desks that can be written to, each with its e-mail addresses. */
  readonly desks: ReadonlyMap<DeskId, ReadonlySet<string>>;
  readonly variants: Variants;
};

/**
 * Reads the newest edition, ready to be sent. It asks the store every time, since another process may
 * have taken a newer one, but reads and compresses an edition's contents once.
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

/** The tag is the edition's number and the digest of the bytes that are sent. */
const prepare = async (
  store: Store,
  { number, demonstration, digest }: EditionTag,
): Promise<ServedEdition> => {
  const text = await store.readEdition(digest);
  const bytes = Buffer.from(text);
  // The best quality takes 15 s for a large edition and saves 1 %.
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

/** The store holds only editions that were parsed when they were taken. */
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
