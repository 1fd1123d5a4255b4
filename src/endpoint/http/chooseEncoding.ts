/** What we have ready, best first; `identity` is always there. */
const encodings = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof encodings)[number];

/** The best of the available encodings that `Accept-Encoding` (RFC 9110) takes. */
export const chooseEncoding = (
  accepted: string | null,
  available: ReadonlySet<Encoding>,
): Encoding => {
  const taken = new Set<string>();
  for (const entry of (accepted ?? "").toLowerCase().split(",")) {
    const [name = "", ...parameters] = entry.split(";").map((part) => part.trim());
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    if (!isRefused) taken.add(name);
  }
  return encodings.find((encoding) => available.has(encoding) && taken.has(encoding)) ?? "identity";
};
