import { type DeskAddress, isSameDesk } from "#domain/desk.ts";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { LetterContent } from "#domain/letter/letter.ts";
import type { KeptLetter, ThreadNotice } from "#domain/thread/thread.ts";
import { listSeen } from "#domain/thread/threadReading.ts";
import { asked, asker, contents, createReceipt, deviceId, keepLetter, minute } from "./thread.ts";

/** Numbers from 0 to 1 that a seed gives again (mulberry32). */
export const createRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

export const shuffle = <T>(some: readonly T[], random: () => number): T[] => {
  const shuffled = [...some];
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const [a, b] = [shuffled[index], shuffled[other]];
    if (a !== undefined && b !== undefined) [shuffled[index], shuffled[other]] = [b, a];
  }
  return shuffled;
};

export type History = {
  /** What a desk's devices have in the end, with the places of that desk's feed. */
  readonly lettersOf: (desk: DeskAddress) => readonly KeptLetter[];
  readonly notices: readonly ThreadNotice[];
  /** What the author of each letter really had before it on the device. */
  readonly known: ReadonlyMap<EnvelopeId, ReadonlySet<EnvelopeId>>;
};

type Device = { readonly number: number; readonly desk: DeskAddress; readonly has: KeptLetter[] };

/**
 * Two desks with two devices each, that write, send and fetch in turns that the seed decides; their
 * clocks are years apart, and what one writes may reach the endpoint long after.
 */
export const createHistory = (seed: number, turns = 32): History => {
  const random = createRandom(seed);
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T;
  const devices: Device[] = [asker, asker, asked, asked].map((desk, number) => ({
    number,
    desk,
    has: [],
  }));
  const feed: KeptLetter[] = [];
  const unsent: KeptLetter[] = [];
  const known = new Map<EnvelopeId, ReadonlySet<EnvelopeId>>();
  let written = 0;
  let clock = 0;

  const write = (device: Device, content: LetterContent, replaces?: EnvelopeId): void => {
    written += 1;
    const kept = keepLetter({
      number: written,
      from: device.desk,
      content,
      seen: listSeen(device.has, "update").map(numberOf),
      held: null,
      author: deviceId(device.number),
      writtenAt: Math.floor((random() - 0.5) * 4_000_000),
      ...(replaces ? { replaces: numberOf(replaces) } : {}),
    });
    known.set(kept.letter.id, new Set(device.has.map(({ letter }) => letter.id)));
    device.has.push(kept);
    unsent.push(kept);
  };
  const sayAgain = (device: Device): void => {
    const own = device.has.filter(({ letter }) => isSameDesk(letter.from, device.desk));
    if (own.length === 0) return;
    const { content, id } = pick(own).letter;
    write(device, content, id);
  };
  const send = (device: Device): void => {
    // S6: the order within a thread of one device is kept.
    const at = unsent.findIndex(({ letter }) => letter.author === deviceId(device.number));
    const [kept] = at < 0 ? [] : unsent.splice(at, 1);
    if (!kept) return;
    clock += random() < 0.3 ? 0 : 1;
    feed.push(holdLetter(kept, clock, feed.length + 1));
  };
  const fetchFeed = (device: Device): void => {
    const upTo = Math.floor(random() * (feed.length + 1));
    for (const kept of feed.slice(0, upTo)) {
      const isHere = device.has.some(({ letter }) => letter.id === kept.letter.id);
      if (!isHere) device.has.push(kept);
    }
  };

  const [first] = devices;
  if (first) write(first, contents.inquiry());
  if (first) send(first);
  for (let turn = 0; turn < turns; turn += 1) {
    const device = pick(devices);
    const act = random();
    if (act < 0.35) fetchFeed(device);
    else if (act < 0.6) send(device);
    else if (act < 0.63) sayAgain(device);
    else if (device.has.length > 0) write(device, pickContent(device, random, pick));
  }
  for (const device of devices) {
    while (unsent.some(({ letter }) => letter.author === deviceId(device.number))) send(device);
  }
  return {
    known,
    // Each desk's feed has the same letters at places of its own.
    lettersOf: (desk) => {
      const step = isSameDesk(desk, asker) ? 1 : 3;
      return feed.map((kept) => ({ ...kept, position: (kept.position ?? 0) * step + step }));
    },
    notices: feed.flatMap((kept) => (random() < 0.5 ? [createNotice(kept, random)] : [])),
  };
};

const numberOf = (id: EnvelopeId): number => Number.parseInt(id.slice(-12), 16);

const holdLetter = (kept: KeptLetter, clock: number, position: number): KeptLetter => ({
  ...kept,
  queuedAt: null,
  position,
  receipt: createReceipt(kept.letter.id, clock),
});

const createNotice = (kept: KeptLetter, random: () => number): ThreadNotice => ({
  type: random() < 0.7 ? "delivered" : "recipientsGone",
  envelope: kept.letter.id,
  device: deviceId(Math.floor(random() * 4)),
  at: minute(Math.floor(random() * 99)),
});

const pickContent = (
  device: Device,
  random: () => number,
  pick: <T>(some: readonly T[]) => T,
): LetterContent => {
  const { acknowledgement, answer, closing, update, withdrawal } = contents;
  const estimatedBy = minute(Math.floor(random() * 1000));
  if (random() < 0.03) return withdrawal(numberOf(pick(device.has).letter.id));
  if (random() < 0.15) return closing();
  if (isSameDesk(device.desk, asker)) return update();
  return pick([
    acknowledgement({ estimatedBy }),
    acknowledgement({ askedBack: ["contact"] }),
    update({ estimatedBy }),
    update(),
    answer(),
    answer(),
    answer(),
  ]);
};
