import { createHash } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as v from "valibot";
import { type DeskId, deskToId } from "#domain/desk.ts";
import { Envelope } from "#domain/envelope/envelope.ts";
import { DeviceKeys, Grant } from "#domain/trust/registry.ts";
import { SignedFile } from "#domain/trust/signedFile.ts";
import type { EndpointProcess } from "./startEndpoint.ts";

/**
 * What whoever runs the endpoint can do to what it holds: its database is theirs. Only while it is
 * stopped.
 */
export type EvilEndpoint = {
  /** What it holds for a desk, in the feed's order. */
  readonly listHeld: (desk: string) => readonly Envelope[];
  /** Puts something else in the place of what it holds under an id. */
  readonly replace: (id: string, envelope: object) => void;
  /** Adds to a desk's feed what nobody has sent. */
  readonly add: (desk: string, id: string, envelope: object) => void;
  /** Sets what it holds into a desk's feed once more. */
  readonly repeat: (desk: string, id: string) => void;
  /** The registry is no secret: whom a body has to be sealed to for a desk to open it. */
  readonly listDevices: (desk: string) => readonly DeviceKeys[];
  readonly close: () => void;
};

export const openEvilEndpoint = ({ folder }: EndpointProcess): EvilEndpoint => {
  const database = new DatabaseSync(join(folder, "enlace.sqlite"));
  const read = (sql: string, ...values: string[]) => database.prepare(sql).all(...values);
  const write = (sql: string, ...values: (string | number)[]) =>
    void database.prepare(sql).run(...values);
  const repeat = (desk: string, id: string): void => {
    write("UPDATE lists SET position = position + 1 WHERE list = ?", desk);
    const [list] = read("SELECT position FROM lists WHERE list = ?", desk);
    const position = Number(list?.["position"]);
    write(
      "INSERT INTO feeds (desk, position, type, envelope) VALUES (?, ?, 'envelope', ?)",
      desk,
      position,
      id,
    );
  };
  const readRegistry = (type: string): readonly unknown[] =>
    read("SELECT file FROM registry WHERE type = ?", type).map(({ file }) =>
      JSON.parse(v.parse(SignedFile, JSON.parse(String(file))).content),
    );
  return {
    repeat,
    listHeld: (desk) =>
      read(
        `SELECT text FROM feeds JOIN envelopes ON envelopes.id = feeds.envelope
         WHERE desk = ? AND type = 'envelope' ORDER BY position`,
        desk,
      ).map(({ text }) => v.parse(Envelope, JSON.parse(String(text)))),
    replace: (id, envelope) => {
      const text = JSON.stringify(envelope);
      write("UPDATE envelopes SET text = ?, digest = ? WHERE id = ?", text, digest(text), id);
    },
    add: (desk, id, envelope) => {
      const text = JSON.stringify(envelope);
      const heldAt = new Date().toISOString();
      const values = [id, digest(text), desk, desk, heldAt, text];
      write(
        `INSERT INTO envelopes (id, digest, fromDesk, toDesk, heldAt, text)
         VALUES (?, ?, ?, ?, ?, ?)`,
        ...values,
      );
      repeat(desk, id);
    },
    listDevices: (desk) => {
      const grants = readRegistry("grant").map((grant) => v.parse(Grant, grant));
      const ofDesk = grants.filter((grant) => deskToId(grant.desk) === (desk as DeskId));
      const keys = ofDesk.map(({ invitationKey }) => invitationKey);
      return readRegistry("enrolment")
        .map((device) => v.parse(DeviceKeys, device))
        .filter(({ invitationKey }) => keys.includes(invitationKey));
    },
    close: () => database.close(),
  };
};

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
