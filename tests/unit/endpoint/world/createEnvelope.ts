import { randomBytes, randomUUID } from "node:crypto";

/** An envelope from Chile to Jamaica that looks sealed, with any member changed. */
export const createEnvelope = (change: Readonly<Record<string, unknown>> = {}) => {
  const id = randomUUID();
  return {
    id,
    thread: id,
    kind: "inquiry",
    from: { state: "CL", desk: "policy" },
    to: { state: "JM", desk: "policy" },
    urgency: "day",
    sealedTo: [randomUUID()],
    body: createSealedBody(),
    ...change,
  };
};
export type TestEnvelope = ReturnType<typeof createEnvelope>;

/** As an age file begins, and then nothing that anybody could open; `marks` can be looked for. */
export const createSealedBody = (sizeBytes = 600): string =>
  Buffer.concat([Buffer.from("age-encryption.org/v1\n"), randomBytes(sizeBytes - 22)]).toString(
    "base64",
  );
