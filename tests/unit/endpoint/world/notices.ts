import { callToPath } from "#protocol/call.ts";
import { subscribeDevice } from "#protocol/subscription.ts";
import { buildContact } from "#tests/world/contact.ts";
import { bearer, carry, post, put, type Target } from "./calls.ts";
import { enrolPair, type TestDevice } from "./enrolment.ts";
import { createTestEdition, createTestEndpoint, type TestEndpointOptions } from "./testEndpoint.ts";

/** The one address of Jamaica's policy desk in the edition that the endpoint holds. */
export const jamaicaMail = "policy@enlace.jm.example";

export const chileMail = "politica@enlace.cl.example";

/** An endpoint that tells by these ways, Chile's device, Jamaica's, and envelopes to Jamaica. */
export const createNoticeEndpoint = async (options: TestEndpointOptions) => {
  const endpoint = await createTestEndpoint(options);
  await carryMails(endpoint, 8, [jamaicaMail]);
  const pair = await enrolPair(endpoint);
  const send = async (change: Readonly<Record<string, unknown>> = {}): Promise<number> =>
    (await put(endpoint, pair.sender, pair.write(change))).status;
  return { endpoint, ...pair, send };
};

/** The next edition, in which Jamaica's policy desk has these addresses. */
export const carryMails = async (
  endpoint: Parameters<typeof carry>[0] &
    Pick<Awaited<ReturnType<typeof createTestEndpoint>>, "publisher">,
  number: number,
  emails: readonly string[],
): Promise<void> => {
  const states = createTestEdition().states.map((entry) => ({
    ...entry,
    desks: entry.desks.map((desk) => {
      if (desk.kind !== "policy" || entry.state === "BR") return desk;
      const own = entry.state === "JM" ? emails : [chileMail];
      return { ...desk, contacts: [buildContact({ id: `${entry.state}-1`, emails: own })] };
    }),
  }));
  const answer = await carry(endpoint, endpoint.publisher.publish({ number, states }));
  if (answer.status !== 201) throw new Error(`The edition was answered with ${answer.status}.`);
};

/** `PUT /v1/subscriptions/{device}` by the device itself. */
export const subscribe = (
  target: Target,
  device: Pick<TestDevice, "device" | "token">,
  subscription: object,
): Promise<Response> => {
  const { headers, ...request } = post(subscription, "PUT");
  const path = callToPath(subscribeDevice, { device: device.device });
  return target.request(path, { ...request, headers: { ...headers, ...bearer(device) } });
};
