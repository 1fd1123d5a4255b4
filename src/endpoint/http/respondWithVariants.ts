/** One content, ready-made in one encoding. Each has its own strong tag, as RFC 9110 wants. */
export type Variant = { readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string };

export type Variants = ReadonlyMap<Encoding, Variant>;

/** The variant that the client takes best, or 304 for the one that it holds. */
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
  if (isHeld(request.headers.get("If-None-Match"), variant.etag)) {
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

/** Weak comparison: a proxy may have marked our tag as weak when it compressed by itself. */
const isHeld = (ifNoneMatch: string | null, etag: string): boolean =>
  (ifNoneMatch ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
    .some((tag) => tag === etag || tag === "*");

/** What we have ready, best first; `identity` is always there. */
const encodings = ["br", "gzip", "identity"] as const;

export type Encoding = (typeof encodings)[number];

/** The best of the available encodings that `Accept-Encoding` (RFC 9110) takes. */
const chooseEncoding = (accepted: string | null, available: ReadonlySet<Encoding>): Encoding => {
  const taken = new Set<string>();
  for (const entry of (accepted ?? "").toLowerCase().split(",")) {
    const [name = "", ...parameters] = entry.split(";").map((part) => part.trim());
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    if (!isRefused) taken.add(name);
  }
  return encodings.find((encoding) => available.has(encoding) && taken.has(encoding)) ?? "identity";
};
