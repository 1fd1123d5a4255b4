import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { SignedPurpose } from "#domain/trust/signedFile.ts";
import { defaultLimits } from "#endpoint/config/limits.ts";
import type { Access } from "#protocol/call.ts";
import { type CallName, callNames, calls } from "#protocol/calls.ts";
import { signText } from "#signing/signText.ts";
import {
  type CallerName,
  createCallers,
  type TestCaller,
} from "#tests/unit/endpoint/world/callers.ts";
import { bearer, post } from "#tests/unit/endpoint/world/calls.ts";
import { createEnrolment } from "#tests/unit/endpoint/world/enrolment.ts";
import { createEnvelope, createSheet } from "#tests/unit/endpoint/world/letters.ts";
import { readDatabase } from "#tests/unit/endpoint/world/readDatabase.ts";
import {
  createTestEdition,
  createTestEndpoint,
  type TestEndpoint,
} from "#tests/unit/endpoint/world/testEndpoint.ts";

type About = TestEndpoint & { readonly recipient: DeviceId; readonly own: DeviceId };
type Sent = { readonly path: string; readonly init?: ReturnType<typeof post> };

/** For each call, a request that would be right if only it came from somebody who may send it. */
const requests: Readonly<Record<CallName, (caller: TestCaller, about: About) => Sent>> = {
  readHealth: () => ({ path: "/v1/health" }),
  takeEdition: (caller) =>
    putSigned(
      "/v1/editions/8",
      caller,
      "edition",
      createTestEdition({ number: 8, demonstration: false }),
    ),
  takeGrant: (caller, { publisher }) => {
    const { grant } = publisher.invite("CL/policy");
    return putSigned(`/v1/grants/${grant.id}`, caller, "grant", grant);
  },
  takeRevocation: (caller, { publisher, clock }) => {
    const { id } = publisher.invite("CL/policy").grant;
    const revocation = { schema: "revocation/1", grant: id, revokedAt: clock() };
    return putSigned(`/v1/revocations/${id}`, caller, "revocation", revocation);
  },
  enrolDevice: ({ seed, key }) => {
    const { request } = createEnrolment(seed, { invitationKey: key });
    const keys = { ...request.keys, key };
    return { path: "/v1/enrolments", init: post({ ...request, keys }) };
  },
  readDirectory: () => ({ path: "/v1/directory" }),
  listRegistry: () => ({ path: "/v1/registry" }),
  takeSheet: (caller) => {
    const sheet = createSheet({ device: caller.device ?? randomUUID() });
    return putSigned(`/v1/sheets/${sheet.id}`, caller, "sheet", sheet);
  },
  holdMessage: (_, { recipient }) => {
    const envelope = createEnvelope({ sealedTo: [recipient] });
    return { path: `/v1/messages/${envelope.id}`, init: post(envelope, "PUT") };
  },
  listMessages: () => ({ path: "/v1/messages?desk=CL%2Fpolicy" }),
  subscribeDevice: (_, { own }) => ({
    path: `/v1/subscriptions/${own}`,
    init: post({ push: null, mail: null }, "PUT"),
  }),
  readOpenapi: () => ({ path: "/v1/openapi.json" }),
};

const putSigned = (
  path: string,
  { seed, key }: TestCaller,
  purpose: SignedPurpose,
  content: object,
): Sent => ({
  path,
  init: post({ ...signText(seed, purpose, JSON.stringify(content)), key }, "PUT"),
});

/** The rule behind each kind of access; the matrix below is made of these and nothing else. */
const expectOutcome = (access: Access, caller: CallerName, isPublic: boolean): string => {
  switch (access) {
    case "everybody":
      return "taken";
    case "publisher":
      return caller === "publisher" ? "taken" : "signatureRefused";
    case "invitation":
      if (caller === "invited") return "taken";
      if (caller === "expired") return "invitationExpired";
      // Whoever names a key without having it; the others have keys that nobody has invited.
      return caller === "endpointItself" || caller === "forger"
        ? "signatureRefused"
        : "invitationUnknown";
    case "directory":
      return isPublic || caller === "reader" ? "taken" : expectOutcome("desk", caller, isPublic);
    case "desk":
      if (caller === "otherState" || caller === "otherDesk") return "taken";
      return expectOutcome("ownDesk", caller, isPublic);
    case "ownDesk":
      if (caller === "colleague") return "taken";
      return expectOutcome("ownDevice", caller, isPublic);
    case "ownDevice":
      if (caller === "ownDesk") return "taken";
      if (caller === "revoked") return "revoked";
      return ["reader", "otherState", "otherDesk", "colleague"].includes(caller)
        ? "forbidden"
        : "unauthenticated";
  }
};

const nameOf = (name: CallName): string => `${calls[name].method} ${calls[name].path}`;
const untried = defaultLimits.addressRate;
const limits = { ...defaultLimits, enrolmentRate: untried };

/** What each kind of caller is answered; whoever is refused must have changed nothing. */
const callAs = async (call: CallName, endpoint: TestEndpoint): Promise<Record<string, string>> => {
  const outcomes: Record<string, string> = {};
  const { callers, recipient, own } = await createCallers(endpoint);
  for (const [name, caller] of Object.entries<TestCaller>(callers)) {
    const { path, init } = requests[call](caller, { ...endpoint, recipient, own });
    const authorization = caller.token === undefined ? {} : bearer({ token: caller.token });
    const headers = { ...init?.headers, ...authorization };
    const before = readDatabase(endpoint);
    const answer = await endpoint.request(path, { ...init, method: calls[call].method, headers });
    outcomes[name] = answer.ok ? "taken" : (await answer.json()).type;
    if (!answer.ok) expect([name, readDatabase(endpoint)]).toEqual([name, before]);
  }
  return outcomes;
};

const editions = [
  ["a real edition", false],
  // It opens the directory, and nothing else.
  ["a demonstration", true],
] as const;
const cases = callNames.flatMap((call) =>
  editions.map(([edition, isPublic]) => ({ call, name: nameOf(call), edition, isPublic })),
);

test.each(cases)("$name, with $edition, is for whom its route says", async (matrix) => {
  const { call, isPublic } = matrix;
  const endpoint = await createTestEndpoint({ demonstration: isPublic, limits });
  const outcomes = await callAs(call, endpoint);
  const callers = Object.keys(outcomes) as CallerName[];
  const expected = callers.map((name) => [name, expectOutcome(calls[call].access, name, isPublic)]);
  expect(outcomes).toEqual(Object.fromEntries(expected));
});

test("there is no call here that isn't a route, and every route has one", () => {
  expect(Object.keys(requests)).toEqual(callNames);
});
