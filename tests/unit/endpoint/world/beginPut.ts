import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import { protocolMediaType } from "#protocol/version.ts";
import { type Bearer, bearer } from "./protocolCalls.ts";
import type { RunningServer } from "./startServer.ts";

/** Sends all of a PUT but its last byte, which `finish` sends; gives the answer's text. */
export const beginPut = async (
  server: RunningServer,
  device: Bearer,
  envelope: { readonly id: string },
) => {
  const text = JSON.stringify(envelope);
  const socket: Socket = connect(Number(new URL(server.address).port), "127.0.0.1");
  onTestFinished(() => {
    socket.destroy();
  });
  socket.on("error", () => {});
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  await once(socket, "connect");
  // `100 Continue` tells that the endpoint has begun with the request.
  socket.write(
    [
      `PUT /v1/messages/${envelope.id} HTTP/1.1`,
      "Host: localhost",
      `Authorization: ${bearer(device).Authorization}`,
      `Content-Type: ${protocolMediaType}`,
      `Content-Length: ${text.length}`,
      "Expect: 100-continue",
      "\r\n",
    ].join("\r\n"),
  );
  await once(socket, "data");
  socket.write(text.slice(0, -1));
  answer = "";
  return {
    finish: async () => {
      socket.write(text.slice(-1));
      await once(socket, "close");
      return answer;
    },
  };
};
