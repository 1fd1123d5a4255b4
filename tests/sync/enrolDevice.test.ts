import { expect, test } from "vitest";
import { createInvitationCode, formatInvitationCode } from "#domain/invitationCode.ts";
import { findPendingEnrolment, listEnrolments } from "#storage/enrolments.ts";
import { enrolDevice } from "#sync/enrolDevice.ts";
import { createTestDevice } from "./createTestDevice.ts";
import { answer, hangUp, portal, type Reaction, refuse, startAnswering } from "./startAnswering.ts";

const code = createInvitationCode(Array.from({ length: 16 }, (_, place) => place * 7));

const enrolled: Reaction = ({ body }, response) => {
  const { device } = JSON.parse(body) as { device: string };
  answer(response, 201, {
    device,
    role: "desk",
    desk: { state: "UY", desk: "policy" },
    enrolledAt: "2026-11-22T15:00:01.000Z",
    epoch: "5d1f4c4e-6a1c-4c39-9c57-2a3fb1f0a1d2",
  });
};

test("a typed code makes this a device of its desk; the token is never sent", async () => {
  const endpoint = await startAnswering(enrolled);
  const device = createTestDevice(endpoint.url);
  const typed = formatInvitationCode(code).toLowerCase().replaceAll("-", " ");
  const answered = await enrolDevice(device, typed);
  expect(answered).toMatchObject({ ok: true, value: { role: "desk", desk: { state: "UY" } } });
  const [held] = await listEnrolments(device.database);
  expect(endpoint.heard[0]?.body).not.toContain(held?.token);
  expect(held?.token).toHaveLength(43);
  expect(await findPendingEnrolment(device.database)).toBeUndefined();
});

test("when the answer is lost, the same code sends the very same request again", async () => {
  const endpoint = await startAnswering(hangUp, enrolled);
  const device = createTestDevice(endpoint.url);
  const lost = await enrolDevice(device, code);
  expect(lost).toEqual({ ok: false, error: { type: "notReached" } });
  expect(await listEnrolments(device.database)).toEqual([]);
  const again = await enrolDevice(device, code);
  expect(again.ok).toBe(true);
  expect(endpoint.heard[1]?.body).toBe(endpoint.heard[0]?.body);
});

test.each([
  ["invitationUsed", 409],
  ["invitationExpired", 410],
  ["invitationUnknown", 404],
])("%s is told, and nothing is enrolled", async (type, status) => {
  const endpoint = await startAnswering(refuse(status, { type }));
  const device = createTestDevice(endpoint.url);
  expect(await enrolDevice(device, code)).toEqual({ ok: false, error: { type } });
  expect(await listEnrolments(device.database)).toEqual([]);
});

test("a portal's answer enrols nothing", async () => {
  const endpoint = await startAnswering(portal(200));
  const device = createTestDevice(endpoint.url);
  expect(await enrolDevice(device, code)).toMatchObject({
    ok: false,
    error: { type: "notOurEndpoint" },
  });
  expect(await listEnrolments(device.database)).toEqual([]);
});

test("a code with a wrong character is refused before anything is sent", async () => {
  const endpoint = await startAnswering(enrolled);
  const device = createTestDevice(endpoint.url);
  const wrong = `${code.slice(0, 3)}${code[3] === "7" ? "8" : "7"}${code.slice(4)}`;
  expect(await enrolDevice(device, wrong)).toEqual({
    ok: false,
    error: { type: "invitationCodeCheck" },
  });
  expect(endpoint.heard).toEqual([]);
});
