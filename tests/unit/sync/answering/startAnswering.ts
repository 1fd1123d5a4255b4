import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { Digest } from "#domain/envelope/envelope.ts";
import { digestToReceiptNumber } from "#domain/envelope/receipt.ts";
import { protocolMediaType } from "#protocol/version.ts";
import { digestText } from "#signing/digestText.ts";

export type Heard = {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly authorization: string | undefined;
};

/** What a network can do to one call. */
export type Reaction = (heard: Heard, response: ServerResponse) => Promise<void> | void;

/** Something real on a real port that answers as the test says, in turn; the last answer stays. */
export const startAnswering = async (...reactions: readonly Reaction[]) => {
  const heard: Heard[] = [];
  let left = [...reactions];
  const server = createServer((request, response) => {
    void readBody(request).then(async (body) => {
      const call = {
        method: request.method ?? "",
        path: request.url ?? "",
        body,
        authorization: request.headers.authorization,
      };
      heard.push(call);
      const reaction = left.length > 1 ? left.shift() : left[0];
      await reaction?.(call, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    react: (...next: readonly Reaction[]) => {
      left = [...next];
    },
  };
};

const epoch = randomUUID();

export const createReceipt = async (bytes: string, changes: object = {}) => {
  const digest: Digest = await digestText(bytes);
  const { id } = JSON.parse(bytes) as { id: string };
  const number = digestToReceiptNumber(digest);
  return { id, digest, heldAt: "2026-11-22T15:00:01.000Z", number, epoch, ...changes };
};

/** The endpoint as it should be. */
export const hold: Reaction = async ({ body }, response) => {
  answer(response, 201, await createReceipt(body));
};

/** A receipt, but for something else. */
export const holdWith =
  (changes: object): Reaction =>
  async ({ body }, response) => {
    answer(response, 201, await createReceipt(body, changes));
  };

/** The endpoint's own refusal. */
export const refuse =
  (status: number, error: object, headers: Record<string, string> = {}): Reaction =>
  (_heard, response) => {
    answer(response, status, error, headers);
  };

/** Somebody else's page. */
export const portal =
  (status: number, type = "text/html"): Reaction =>
  (_heard, response) => {
    response.writeHead(status, { "Content-Type": type });
    response.end(type === "text/html" ? "<h1>Welcome to our hotel</h1>" : "{}");
  };

/** Takes the bytes, then the line is dead. */
export const hangUp: Reaction = (_heard, response) => {
  response.destroy();
};

export const answer = (
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { "Content-Type": protocolMediaType, ...headers });
  response.end(JSON.stringify(body));
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
};
