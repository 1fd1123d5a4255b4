import type { PublicKey } from "#domain/trust/signedFile.ts";
import { createSigningSeed, seedToPublicKey } from "#signing/signText.ts";
import { enrol, invite, revoke, type TestDevice } from "./enrolment.ts";
import type { TestEndpoint } from "./testEndpoint.ts";

/** Who calls: what it bears, and what it signs with where a call asks for a signature. */
export type TestCaller = {
  readonly token: string | undefined;
  /** Its id, if it is a device. */
  readonly device: string | undefined;
  readonly seed: Uint8Array;
  /** The key that its files name; not always one that it has. */
  readonly key: PublicKey;
};

/**
 * Every kind of caller, against `CL/policy` as the desk and `own` as the device that calls are about;
 * and the device that the desk may write to.
 */
export const createCallers = async (endpoint: TestEndpoint) => {
  const expired = await invite(endpoint, "CL/policy", "desk", 1);
  endpoint.moveClock(2 * 86_400_000);
  const open = await invite(endpoint, "CL/policy");
  const invited = await invite(endpoint, "CL/policy");
  const revoked = await enrol(endpoint, "CL/policy");
  await revoke(endpoint, revoked);
  const otherState = await enrol(endpoint, "JM/policy");
  const ownDesk = await enrol(endpoint, "CL/policy");
  const callers = {
    nobody: createCaller(createSigningSeed()),
    stranger: { ...createCaller(createSigningSeed()), token: "a-token-of-nobody" },
    reader: deviceToCaller(await enrol(endpoint, "CL/policy", "reader")),
    otherState: deviceToCaller(otherState),
    otherDesk: deviceToCaller(await enrol(endpoint, "CL/foreign-affairs")),
    ownDesk: deviceToCaller(ownDesk),
    colleague: deviceToCaller(await enrol(endpoint, "CL/policy")),
    revoked: deviceToCaller(revoked),
    invited: createCaller(invited.seed),
    expired: createCaller(expired.seed),
    // It knows the grant of an open invitation, as all that stands in its database, and no secret.
    endpointItself: { ...createCaller(createSigningSeed()), key: open.grant.invitationKey },
    otherPublisher: createCaller(createSigningSeed()),
    // The trusted key's name, without the key.
    forger: { ...createCaller(createSigningSeed()), key: endpoint.publisher.key },
    publisher: createCaller(endpoint.publisher.seed),
  } satisfies Record<string, TestCaller>;
  return { callers, recipient: otherState.device, own: ownDesk.device };
};

export type CallerName = keyof Awaited<ReturnType<typeof createCallers>>["callers"];

const createCaller = (seed: Uint8Array): TestCaller => ({
  token: undefined,
  device: undefined,
  seed,
  key: seedToPublicKey(seed),
});

const deviceToCaller = ({ token, device, signingSeed }: TestDevice): TestCaller => ({
  ...createCaller(signingSeed),
  token,
  device,
});
