import { type DeskAddress, isSameDesk } from "#domain/desk.ts";
import type { Edition } from "./edition.ts";

/** The addresses of a desk that an edition has, each once. */
export const listDeskMails = ({ states }: Pick<Edition, "states">, own: DeskAddress): string[] => {
  const entry = states.find(({ state }) => state === own.state);
  const desk = entry?.desks.find(({ kind }) => isSameDesk({ state: own.state, desk: kind }, own));
  return [...new Set(desk?.contacts.flatMap(({ emails }) => emails) ?? [])];
};
