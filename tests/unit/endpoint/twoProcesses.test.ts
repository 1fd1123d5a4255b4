import { expect, test, vi } from "vitest";
import type { Receipt } from "#domain/envelope/receipt.ts";
import { carry, pull, pullEnvelopes, pullNotices, put } from "#tests/unit/endpoint/world/calls.ts";
import { enrol, enrolPair, type TestDevice } from "#tests/unit/endpoint/world/enrolment.ts";
import {
  createSettings,
  type RunningServer,
  startLosingProxy,
  startServer,
} from "#tests/unit/endpoint/world/servers.ts";

// A process starts within a second, and on a busy machine within several.
vi.setConfig({ testTimeout: 30_000 });

test("[S2] what was answered with 201 is there after a kill, with the same receipt", async () => {
  const settings = createSettings();
  const first = await startServer(settings);
  const { sender: device, write } = await enrolPair(first);
  const envelope = write();
  const held = await put(first, device, envelope);
  first.kill("SIGKILL");
  expect(held.status).toBe(201);
  expect(await first.ended).toBe("SIGKILL");
  const receipt: Receipt = await held.json();
  const second = await startServer(settings);
  const again = await put(second, device, envelope);
  expect([again.status, await again.json()]).toEqual([200, receipt]);
  expect(await pullEnvelopes(second, device, "CL/policy")).toMatchObject([
    { position: 1, receipt },
  ]);
});

test("[S2] an answer that is lost after the commit doubles nothing when it is sent again", async () => {
  const server = await startServer(createSettings());
  const { sender: device, write } = await enrolPair(server);
  const losing = await startLosingProxy(server.address);
  const envelope = write();
  const lost = put({ request: (path, init) => fetch(losing + path, init) }, device, envelope);
  await expect(lost).rejects.toThrow("fetch failed");
  const again = await put(server, device, envelope);
  expect(again.status).toBe(200);
  const rows = await pullEnvelopes(server, device, "CL/policy");
  expect(rows.map((row) => row.receipt)).toEqual([await again.json()]);
  for (const line of server.logged().trim().split("\n"))
    expect(() => JSON.parse(line)).not.toThrow();
});

test("[S2] two sends of one id on two connections hold it once, with one receipt", async () => {
  const server = await startServer(createSettings());
  const { sender: device, write } = await enrolPair(server);
  for (let round = 0; round < 10; round += 1) {
    const envelope = write();
    const answers = await Promise.all([1, 2].map(() => put(server, device, envelope)));
    expect(answers.map((answer) => `${answer.status}`).toSorted()).toEqual(["200", "201"]);
    const [one, two] = await Promise.all(answers.map((answer) => answer.text()));
    expect(one).toBe(two);
  }
  expect(await pullEnvelopes(server, device, "CL/policy")).toHaveLength(10);
});

test("[S8] two processes that write to one desk's feed leave no gap and hold nothing twice", async () => {
  const settings = createSettings();
  const servers = [await startServer(settings), await startServer(settings)] as const;
  const [one, two] = servers;
  const { sender: device, write } = await enrolPair(one);
  const envelopes = Array.from({ length: 25 }, () => write());
  // Each envelope goes to both processes at the same moment.
  const answers = await Promise.all(
    envelopes.flatMap((envelope) => servers.map((server) => put(server, device, envelope))),
  );
  const statuses = answers.map((answer) => answer.status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(25);
  expect(statuses.filter((status) => status === 200)).toHaveLength(25);
  const rows = await pullEnvelopes(two, device, "CL/policy");
  expect(rows.map((row) => row.position)).toEqual(envelopes.map((_, index) => index + 1));
  expect(new Set(rows.map((row) => row.receipt.id)).size).toBe(25);
});

/** Ten envelopes from Chile to two devices of Jamaica, over two processes on one database. */
const sendTen = async () => {
  const settings = createSettings();
  const servers = [await startServer(settings), await startServer(settings)] as const;
  const [one] = servers;
  const { sender, recipient, write } = await enrolPair(one);
  const readers = [recipient, await enrol(one, "JM/policy")] as const;
  const sealedTo = readers.map(({ device }) => device);
  const envelopes = Array.from({ length: 10 }, () => write({ sealedTo }));
  for (const envelope of envelopes) await put(one, sender, envelope);
  return { servers, sender, readers, ids: envelopes.map(({ id }) => id) };
};

const expectOnceEach = async (
  server: RunningServer,
  sender: TestDevice,
  { type, ids }: { readonly type: string; readonly ids: readonly string[] },
): Promise<void> => {
  const notices = await pullNotices(server, sender, "CL/policy");
  expect(notices.map((notice) => `${notice.type} ${notice.envelope}`).toSorted()).toEqual(
    ids.map((id) => `${type} ${id}`).toSorted(),
  );
  expect(notices.map(({ position }) => position)).toEqual(ids.map((_, index) => index + 11));
};

test("delivered is told once, whichever devices ask which process at the same moment", async () => {
  const { servers, sender, readers, ids } = await sendTen();
  const askAll = (after: number) =>
    Promise.all(
      readers.flatMap((reader) =>
        servers.map((server) => pull(server, reader, "JM/policy", `after=${after}`)),
      ),
    );
  await askAll(0);
  expect(await pullNotices(servers[1], sender, "CL/policy")).toEqual([]);
  for (const after of [4, 10, 10]) await askAll(after);
  await expectOnceEach(servers[1], sender, { type: "delivered", ids });
});

test("recipientsGone is told once, whichever process takes the revocations", async () => {
  const { servers, sender, readers, ids } = await sendTen();
  const { publisher } = servers[0];
  const revocations = readers.map(({ grant }) => publisher.revoke(grant.id));
  const answers = await Promise.all(
    [...revocations, ...revocations].flatMap((file) =>
      servers.map((server) => carry(server, file)),
    ),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(6);
  await expectOnceEach(servers[1], sender, { type: "recipientsGone", ids });
});
