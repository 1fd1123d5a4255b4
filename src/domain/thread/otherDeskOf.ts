import { type DeskAddress, deskToId } from "#domain/desk.ts";
import type { ThreadRecord } from "./thread.ts";
import type { ThreadStatus } from "./threadStatus.ts";

/** The desk at the other end: by the inquiry, or by any letter where that is not here. */
export const otherDeskOf = (
  { desk, letters }: ThreadRecord,
  { inquiry }: Pick<ThreadStatus, "inquiry">,
): DeskAddress | undefined => {
  const known = inquiry ? [inquiry.kept] : letters;
  return known
    .flatMap(({ letter }) => [letter.from, letter.to])
    .find((address) => deskToId(address) !== desk);
};
