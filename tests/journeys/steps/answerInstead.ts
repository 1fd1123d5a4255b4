import { createServer } from "node:http";
import type { EndpointProcess } from "./startEndpoint.ts";

/** What something other than our endpoint says. */
export type StrangeAnswer = {
  readonly status: number;
  readonly mediaType: string;
  readonly body: string;
};

/** Stands on the stopped endpoint's port and gives every call the same answer, until `stop`. */
export type Impostor = {
  readonly messages: () => number;
  say(answer: StrangeAnswer): void;
  stop(): Promise<void>;
};

export const answerInstead = async (
  endpoint: EndpointProcess,
  first: StrangeAnswer,
): Promise<Impostor> => {
  let answer = first;
  let messages = 0;
  const server = createServer((request, response) => {
    if (request.method === "PUT") messages += 1;
    request.resume();
    response.writeHead(answer.status, { "Content-Type": answer.mediaType }).end(answer.body);
  });
  const port = Number(new URL(endpoint.address).port);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    messages: () => messages,
    say: (next) => {
      answer = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
