import * as v from "valibot";

const PackFile = v.strictObject({
  /** Beside the list. */
  path: v.pipe(v.string(), v.regex(/^[a-z0-9.-]+\.json$/)),
  /** Of the file's bytes, hexadecimal. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  sizeBytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** The list of content packs: what a device needs to know whether it holds the current ones. */
export type ContentIndex = v.InferOutput<typeof ContentIndex>;
export const ContentIndex = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  packs: v.strictObject({ en: PackFile, es: PackFile, fr: PackFile, pt: PackFile }),
});
