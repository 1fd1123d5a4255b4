/** Content in one encoding. Each variant has its own strong ETag, as RFC 9110 requires. */
export type Variant = { readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string };

export type Variants = ReadonlyMap<Encoding, Variant>;

/** Answers with the best variant that the client accepts, or 304 if the client has it. */
export const respondWithVariants = (
  request: Request,
  variants: Variants,
  headers: Readonly<Record<string, string>>,
): Response => {
  const available = new Set(variants.keys());
  const encoding = chooseEncoding(request.headers.get("Accept-Encoding"), available);
  const variant = variants.get(encoding);
  if (!variant) throw new Error(`There is no variant for ${encoding}.`);
  const shared = {
    ...headers,
    ETag: variant.etag,
    ...(variants.size > 1 ? { Vary: "Accept-Encoding" } : {}),
  };
  if (isKnown(request.headers.get("If-None-Match"), variant.etag)) {
    return new Response(null, { status: 304, headers: shared });
  }
  return new Response(request.method === "HEAD" ? null : variant.bytes, {
    headers: {
      ...shared,
      "Content-Length": `${variant.bytes.byteLength}`,
      ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
    },
  });
};

/** Weak comparison: a proxy that compresses may have marked our tag as weak. */
const isKnown = (ifNoneMatch: string | null, etag: string): boolean =>
  (ifNoneMatch ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
    .some((tag) => tag === etag || tag === "*");

/** Best first; `identity` is always available. */
const encodings = ["br", "gzip", "identity"] as const;

export type Encoding = (typeof encodings)[number];

/** The best available encoding that `Accept-Encoding` (RFC 9110) accepts. */
const chooseEncoding = (accepted: string | null, available: ReadonlySet<Encoding>): Encoding => {
  const taken = new Set<string>();
  for (const entry of (accepted ?? "").toLowerCase().split(",")) {
    const [name = "", ...parameters] = entry.split(";").map((part) => part.trim());
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    if (!isRefused) taken.add(name);
  }
  return encodings.find((encoding) => available.has(encoding) && taken.has(encoding)) ?? "identity";
};
