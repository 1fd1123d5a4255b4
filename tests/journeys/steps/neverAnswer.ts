import { createHash, randomUUID } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { Digest, EnvelopeId } from "#domain/envelope/envelope.ts";
import { digestToReceiptNumber } from "#domain/envelope/receipt.ts";
import { msToInstant } from "#domain/instant.ts";
import { protocolMediaType } from "#protocol/version.ts";
import type { EndpointProcess } from "./startEndpoint.ts";

/** Stands on the stopped endpoint's port, takes a message, and says nothing for as long as it likes. */
export type Dawdler = {
  /** How many messages wait for their answer. */
  readonly waiting: () => number;
  /** Answers each with the receipt that it waits for. */
  readonly answer: () => void;
  readonly stop: () => Promise<void>;
};

export const neverAnswer = async (endpoint: EndpointProcess): Promise<Dawdler> => {
  const waiting: { readonly response: ServerResponse; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    if (request.method !== "PUT") return void response.writeHead(503).end();
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => waiting.push({ response, body }));
  });
  const port = Number(new URL(endpoint.address).port);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    waiting: () => waiting.length,
    answer: () => {
      for (const { response, body } of waiting.splice(0)) {
        response.writeHead(201, { "Content-Type": protocolMediaType });
        response.end(JSON.stringify(createReceipt(body)));
      }
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const createReceipt = (body: string) => {
  const { id } = JSON.parse(body) as { id: EnvelopeId };
  const digest = createHash("sha256").update(body).digest("hex") as Digest;
  const number = digestToReceiptNumber(digest);
  return { id, digest, number, heldAt: msToInstant(Date.now()), epoch: randomUUID() };
};
