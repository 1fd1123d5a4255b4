import { execFileSync } from "node:child_process";
import { createDecipheriv, createECDH, hkdfSync, randomBytes, verify } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { Agent, createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { PushTarget } from "#protocol/subscription.ts";

export type HeardPush = {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/** What the service answers: a status and headers, or nothing, ever. */
export type PushReaction = { readonly status: number; readonly headers?: object } | "silence";

/**
 * A push service as real as one can be had: HTTPS for `push.example` on loopback. Only who is given
 * its agent trusts its certificate, and finds it under that name.
 */
export const startPushService = async () => {
  const heard: HeardPush[] = [];
  let reaction: PushReaction = { status: 201 };
  const { key, cert } = createCertificate();
  const server = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method, url: path, headers } = request;
      heard.push({ method, path, headers, body: Buffer.concat(chunks) });
      if (reaction === "silence") return;
      response.writeHead(reaction.status, { ...reaction.headers });
      response.end("what a service says to this is nobody's concern");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    heard,
    origin: "https://push.example",
    agent: new Agent({
      ca: cert,
      port,
      lookup: (_host, options, callback) => {
        const found = { address: "127.0.0.1", family: 4 };
        if (options.all) callback(null, [found]);
        else callback(null, found.address, found.family);
      },
    }),
    react: (next: PushReaction) => {
      reaction = next;
    },
  };
};

const createCertificate = () => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-push-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [keyPath, certPath] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const name = ["-subj", "/CN=push.example", "-addext", "subjectAltName=DNS:push.example"];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"];
  const files = ["-keyout", keyPath, "-out", certPath];
  execFileSync("openssl", ["req", "-x509", ...curve, ...name, ...files], { stdio: "ignore" });
  return { key: readFileSync(keyPath), cert: readFileSync(certPath) };
};

/** A browser's half: where to push, and what opens a push (RFC 8291, 3.4 and 4; RFC 8188). */
export const createBrowser = (origin: string, name = "a") => {
  const keys = createECDH("prime256v1");
  const own = keys.generateKeys();
  const auth = randomBytes(16);
  const target: PushTarget = {
    endpoint: `${origin}/${name}`,
    keys: { p256dh: own.toString("base64url"), auth: auth.toString("base64url") },
  };
  const open = (body: Buffer): string => {
    const salt = body.subarray(0, 16);
    const idLength = body.readUInt8(20);
    const theirs = body.subarray(21, 21 + idLength);
    const derive = (from: Buffer, key: Buffer, about: Buffer, length: number): Buffer =>
      Buffer.from(hkdfSync("sha256", key, from, about, length));
    const about = Buffer.concat([Buffer.from("WebPush: info\0"), own, theirs]);
    const secret = derive(auth, keys.computeSecret(theirs), about, 32);
    const contentKey = derive(salt, secret, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
    const nonce = derive(salt, secret, Buffer.from("Content-Encoding: nonce\0"), 12);
    const sealed = body.subarray(21 + idLength);
    const decipher = createDecipheriv("aes-128-gcm", contentKey, nonce);
    decipher.setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    // The last record's text ends at its delimiter.
    return padded.subarray(0, padded.lastIndexOf(2)).toString();
  };
  return { target, open };
};

/** Whom the request says it is from (RFC 8292), once its signature by `key` holds. */
export const readVapid = ({ headers }: HeardPush, key: string): Record<string, unknown> => {
  const [, token = "", k] = /^vapid t=(\S+), k=(\S+)$/.exec(headers.authorization ?? "") ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) =>
    part.toString("base64url"),
  );
  const jwk = { kty: "EC", crv: "P-256", x, y };
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: jwk as never, format: "jwk", dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!isSigned || k !== key) throw new Error("The request is not signed with that key.");
  return JSON.parse(Buffer.from(claims, "base64url").toString()) as Record<string, unknown>;
};
