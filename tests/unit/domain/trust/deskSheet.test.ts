import { describe, expect, test } from "vitest";
import { listDeskDevices } from "#domain/trust/deskDevices.ts";
import { findDeskSheet, listReplaced, listSheetKeys } from "#domain/trust/deskSheet.ts";
import type { RegistryEntry, Sheet } from "#domain/trust/registry.ts";
import { chile, jamaica } from "#tests/world/desks.ts";
import {
  sampleGrant,
  sampleKeys,
  sampleRevocation,
  sampleSheet,
  signedSheet,
} from "#tests/world/signed.ts";

/** Two phones of Chile's desk (2, 3), one of Jamaica's (4), and a reader of Chile's (5). */
const desks: readonly RegistryEntry[] = [
  ...[2, 3].map((number) => sampleGrant(number, chile)),
  sampleGrant(4, jamaica),
  sampleGrant(5, chile, "reader"),
].flatMap((grant, place): RegistryEntry[] => [
  { type: "grant", grant },
  { type: "device", keys: sampleKeys(place + 2) },
]);
const line = (sheet: Sheet, signer: number): RegistryEntry => ({
  type: "sheet",
  sheet,
  signed: signedSheet(sheet, signer),
});
const revoke = (number: number): RegistryEntry => ({
  type: "revocation",
  revocation: sampleRevocation(sampleGrant(number, chile)),
});
const find = (...lines: readonly RegistryEntry[]) => {
  const entries = [...desks, ...lines];
  const found = findDeskSheet(entries, listDeskDevices(entries), chile);
  return found.type === "none" ? "none" : `${found.type} ${numberOf(found.sheet)}`;
};
const numberOf = ({ id }: Pick<Sheet, "id">): number => Number(id.slice(-4)) - 1_000;

const first = sampleSheet(1, 2, chile);
const second = sampleSheet(2, 3, chile, { replaces: [first.id] });
const none = sampleSheet(3, 2, chile, { sealingKey: null, replaces: [second.id] });

describe("a desk's recovery sheet", () => {
  test("is none, until a device of the desk makes one", () => {
    expect(find()).toBe("none");
    expect(find(line(first, 2))).toBe("made 1");
  });

  test("is the one that no other replaces, in whatever order an endpoint shows them", () => {
    expect(find(line(first, 2), line(second, 3))).toBe("made 2");
    expect(find(line(second, 3), line(first, 2))).toBe("made 2");
    // Shown again behind all others.
    expect(find(line(first, 2), line(second, 3), line(first, 2))).toBe("made 2");
  });

  test("is none any more once it is withdrawn, and can be made again", () => {
    const lines = [line(first, 2), line(second, 3), line(none, 2)];
    expect(find(...lines)).toBe("withdrawn 3");
    const next = sampleSheet(4, 3, chile, { replaces: [none.id] });
    expect(find(...lines, line(next, 3))).toBe("made 4");
  });

  test("counts no longer when its maker is revoked, and brings no earlier one back", () => {
    expect(find(line(first, 2), revoke(2))).toBe("makerRevoked 1");
    expect(find(line(first, 2), line(second, 3), revoke(3))).toBe("makerRevoked 2");
    expect(find(line(first, 2), line(second, 3), revoke(2))).toBe("made 2");
  });

  test("is that of the maker who counts, where two made one at the same moment", () => {
    const other = sampleSheet(5, 3, chile);
    expect(find(line(first, 2), line(other, 3))).toBe("made 5");
    expect(find(line(first, 2), line(other, 3), revoke(3))).toBe("made 1");
  });

  test("is made by nobody but a device of the very desk, with its own key", () => {
    expect(find(line(sampleSheet(6, 4, chile), 4))).toBe("none");
    expect(find(line(sampleSheet(6, 5, chile), 5))).toBe("none");
    expect(find(line(first, 3))).toBe("none");
    expect(find(line(sampleSheet(6, 9, chile), 9))).toBe("none");
    // Nor does such a line replace one that counts.
    const foreign = sampleSheet(6, 4, chile, { sealingKey: null, replaces: [first.id] });
    expect(find(line(first, 2), line(foreign, 4))).toBe("made 1");
    expect(
      find(line(sampleSheet(6, 4, jamaica, { replaces: [first.id] }), 4), line(first, 2)),
    ).toBe("made 1");
  });

  test("is replaced with all that stand, and every one that ever was is known", () => {
    const other = sampleSheet(5, 3, chile);
    const entries = [...desks, line(first, 2), line(second, 3), line(other, 3)];
    expect(listReplaced(entries, chile).map((id) => numberOf({ id }))).toEqual([2, 5]);
    expect(listSheetKeys(entries, chile)).toHaveLength(3);
    expect(listSheetKeys(entries, jamaica)).toEqual([]);
  });
});
