import type { CallName, Calls } from "#protocol/calls.ts";

/** A call in English, for the OpenAPI document. */
type CallWords<Name extends CallName> = {
  readonly summary: string;
  /** Each answer by its status. */
  readonly answers: Readonly<Record<Calls[Name]["statuses"][number], string>>;
};

const takenAnswers = {
  200: "The same was taken before.",
  201: "Taken, and on the disk.",
};

/** Not in the table of calls, since the app is built with rows of that. */
export const callWords: { readonly [Name in CallName]: CallWords<Name> } = {
  readHealth: {
    summary: "Alive; the protocol's version; the epoch; how it tells that something waits.",
    answers: { 200: "Alive." },
  },
  takeEdition: {
    summary: "Takes an edition of the directory that is newer than the one held.",
    answers: takenAnswers,
  },
  takeGrant: {
    summary: "Takes an invitation's grant, which lets one device in.",
    answers: takenAnswers,
  },
  takeRevocation: {
    summary: "Takes the word that a grant, and the device that it let in, count no longer.",
    answers: takenAnswers,
  },
  enrolDevice: {
    summary: "Redeems a grant once. The same request is answered the same again.",
    answers: { 200: "Enrolled before, by this same request.", 201: "Enrolled." },
  },
  readDirectory: {
    summary: "The newest edition. Any but a demonstration needs an enrolled device's token.",
    answers: {
      200: "The edition, as its publisher signed it.",
      304: "The edition that the device holds is the newest.",
    },
  },
  listRegistry: {
    summary: "A page of all grants, device keys, revocations and sheets, as they were signed.",
    answers: { 200: "The page." },
  },
  takeSheet: {
    summary: "Takes a device's word about the recovery sheet of the caller's own desk.",
    answers: takenAnswers,
  },
  holdMessage: {
    summary: "Holds this envelope, once, however often it arrives. The digest is over its bytes.",
    answers: { 200: "These same bytes were held before.", 201: "Held, and on the disk." },
  },
  listMessages: {
    summary: "A page of the caller's own desk's feed, in order.",
    answers: { 200: "The page." },
  },
  subscribeDevice: {
    summary: "Says where the caller is told that something waits, and never what.",
    answers: { 200: "Held now." },
  },
  readOpenapi: {
    summary: "This document.",
    answers: { 200: "An OpenAPI 3.1 document." },
  },
};
