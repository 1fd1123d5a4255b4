import { resolve } from "node:path";
import { expect, test } from "vitest";
import {
  type Config,
  formatAddress,
  parseConfig,
  parseMailServer,
} from "#endpoint/config/parseConfig.ts";
import { clientAddress } from "#endpoint/http/rates.ts";

const parse = (env: Record<string, string>): Config => {
  const config = parseConfig(env);
  if (!config.ok) throw new Error(config.error.issues.join("\n"));
  return config.value;
};

test("without any setting it serves this computer on port 8787 out of ./data", () => {
  const config = parse({});
  expect(config).toMatchObject({ port: 8787, host: "127.0.0.1", origins: [], proxies: 0 });
  expect(config.isHttps).toBe(false);
  expect(config.databasePath).toBe(resolve("data/enlace.sqlite"));
  expect(config.publishers).toEqual([]);
  expect(formatAddress(config, config.port)).toBe("http://localhost:8787");
});

test("every setting is taken, and an empty one is none", () => {
  const config = parse({
    PORT: "0",
    HOST: "",
    ENLACE_DATA: "/srv/enlace",
    ENLACE_PUBLISHER: `${"A".repeat(43)},${"b_-9".repeat(10)}xyz`,
    ENLACE_APP: "/srv/app",
    ENLACE_ORIGIN: "https://app.example, http://localhost:5173",
    ENLACE_ADDRESS: "https://enlace.example/",
    ENLACE_PROXIES: "1",
    ENLACE_VAPID_SUBJECT: "mailto:desk@enlace.example",
    ENLACE_SMTP: "smtps://enlace:p%40ss@mail.example:2465",
    ENLACE_MAIL_FROM: "desk@enlace.example",
  });
  expect(config).toEqual({
    port: 0,
    host: "127.0.0.1",
    dataPath: "/srv/enlace",
    databasePath: "/srv/enlace/enlace.sqlite",
    publishers: ["A".repeat(43), `${"b_-9".repeat(10)}xyz`],
    appPath: "/srv/app",
    origins: ["https://app.example", "http://localhost:5173"],
    publicAddress: "https://enlace.example",
    isHttps: true,
    proxies: 1,
    vapidSubject: "mailto:desk@enlace.example",
    mail: {
      server: {
        host: "mail.example",
        port: 2465,
        secure: true,
        login: { user: "enlace", pass: "p@ss" },
      },
      from: "desk@enlace.example",
    },
  });
  expect(formatAddress(config, 4711)).toBe("https://enlace.example");
});

test("each wrong setting is named with what was wanted", () => {
  const config = parseConfig({
    PORT: "65536",
    ENLACE_PUBLISHER: "too-short",
    ENLACE_ORIGIN: "https://app.example/path",
    ENLACE_ADDRESS: "enlace.example",
    ENLACE_PROXIES: "one",
    ENLACE_VAPID_SUBJECT: "http://enlace.example",
    ENLACE_SMTP: "https://enlace:secret@mail.example",
    ENLACE_MAIL_FROM: "desk",
  });
  expect(config).toEqual({
    ok: false,
    error: {
      type: "configInvalid",
      issues: [
        "PORT must be a whole number from 0 to 65535, not “65536”.",
        "ENLACE_PUBLISHER must be public keys of 43 characters, with commas between them, " +
          "not “too-short”.",
        "ENLACE_ORIGIN must be origins such as https://app.example, with commas between them " +
          "and without a path, not “https://app.example/path”.",
        "ENLACE_ADDRESS must be an address such as https://enlace.example, not “enlace.example”.",
        "ENLACE_PROXIES must be a whole number from 0 to 9, not “one”.",
        "ENLACE_VAPID_SUBJECT must be an address such as mailto:desk@enlace.example or " +
          "https://enlace.example, not “http://enlace.example”.",
        "ENLACE_SMTP must be an address such as smtps://user:password@mail.example:465.",
        "ENLACE_MAIL_FROM must be an e-mail address, not “desk”.",
      ],
    },
  });
});

test("mail needs a server and a sender, and without both there is none", () => {
  expect(parse({})).toMatchObject({ vapidSubject: undefined, mail: undefined });
  const issues = ["ENLACE_SMTP and ENLACE_MAIL_FROM are set both, or neither."];
  const half = { ok: false, error: { type: "configInvalid", issues } };
  expect(parseConfig({ ENLACE_SMTP: "smtp://mail.example" })).toEqual(half);
  expect(parseConfig({ ENLACE_MAIL_FROM: "desk@enlace.example" })).toEqual(half);
});

test.each([
  ["smtp://mail.example", { host: "mail.example", port: 587, secure: false }],
  ["smtps://[2001:db8::1]", { host: "2001:db8::1", port: 465, secure: true }],
  ["smtp://user:pass@127.0.0.1:25/", { port: 25, login: { user: "user", pass: "pass" } }],
])("a mail server is read from %s", (text, server) => {
  expect(parseMailServer(text)).toMatchObject(server);
});

test.each([
  "mail.example",
  "smtp://",
  "smtp://user@mail.example",
  "smtp://mail.example/?pool=true",
])("a mail server is not %s", (text) => {
  expect(parseMailServer(text)).toBeUndefined();
});

test("the address is one that a link can hold, whatever the endpoint listens on", () => {
  const at = (HOST: string) => formatAddress(parse({ HOST }), 80);
  expect(["0.0.0.0", "::", "192.0.2.7", "2001:db8::1"].map(at)).toEqual([
    "http://localhost:80",
    "http://localhost:80",
    "http://192.0.2.7:80",
    "http://[2001:db8::1]:80",
  ]);
});

test("without a proxy of ours nobody writes the address that rates are counted by", () => {
  expect(clientAddress("192.0.2.1", "203.0.113.9", 0)).toBe("192.0.2.1");
  expect(clientAddress("127.0.0.1", "203.0.113.9, 192.0.2.1", 1)).toBe("192.0.2.1");
  expect(clientAddress("127.0.0.1", "203.0.113.9, 192.0.2.1, 10.0.0.1", 2)).toBe("192.0.2.1");
  expect(clientAddress("127.0.0.1", undefined, 1)).toBe("127.0.0.1");
  expect(clientAddress(undefined, undefined, 0)).toBe("unknown");
});

test("an IPv6 address counts as its network, an IPv4 one in its clothes as itself", () => {
  expect(clientAddress("2001:db8:1:2:3:4:5:6", undefined, 0)).toBe("2001:db8:1:2::/64");
  expect(clientAddress("2001:db8:1:2::9", undefined, 0)).toBe("2001:db8:1:2::/64");
  expect(clientAddress("2001:db8::9", undefined, 0)).toBe("2001:db8:0:0::/64");
  expect(clientAddress("::1", undefined, 0)).toBe("0:0:0:0::/64");
  expect(clientAddress("::ffff:192.0.2.1", undefined, 0)).toBe("192.0.2.1");
});
