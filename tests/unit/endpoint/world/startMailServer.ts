import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export type TakenMail = { readonly from: string; readonly to: string; readonly text: string };

/** An SMTP server on loopback (RFC 5321) that takes all mail, or refuses each recipient. */
export const startMailServer = async (options: { readonly refuses?: boolean } = {}) => {
  const taken: TakenMail[] = [];
  const server = createServer((socket) => converse(socket, taken, options.refuses ?? false));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { taken, port, address: `smtp://127.0.0.1:${port}` };
};

const converse = (socket: Socket, taken: TakenMail[], refuses: boolean): void => {
  let [from, to] = ["", ""];
  let text: string[] | undefined;
  let rest = "";
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string): void => {
    if (text) {
      if (line !== ".") return void text.push(line.replace(/^\./, ""));
      taken.push({ from, to, text: text.join("\n") });
      text = undefined;
      return void say("250 taken");
    }
    const command = line.slice(0, 4).toUpperCase();
    const address = /<(.*)>/.exec(line)?.[1] ?? "";
    if (command === "MAIL") from = address;
    if (command === "RCPT") to = address;
    if (command === "DATA") text = [];
    if (command === "RCPT" && refuses) return void say("550 no such mailbox");
    if (command === "QUIT") return void socket.end("221 bye\r\n");
    say(command === "DATA" ? "354 go on" : "250 fine");
  };
  socket.on("error", () => {});
  socket.on("data", (chunk) => {
    const lines = (rest + chunk.toString()).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) hear(line);
  });
  say("220 mail.example");
};
