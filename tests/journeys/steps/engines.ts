import type { EngineName } from "#tests/engines/page.ts";

type Row = {
  readonly engines: readonly EngineName[];
  /** What the engines have to do with it: nothing, or what else could differ in one of them. */
  readonly why: string;
};

const every = ["chromium", "firefox", "webkit"] as const;
const chromium = ["chromium"] as const;
/**
 * One desk asks in the first; the other, with an iPhone's engine, is asked in the second. Whoever joins
 * later, whichever desk it is, has the first.
 */
const askerAndAsked = ["chromium", "webkit"] as const;
/** The driver of WebKit here knows one window, and has nowhere to download to. */
const twoOfThem = ["chromium", "firefox"] as const;

/**
 * In which engines a journey runs. What proves our own logic does the same in any of them, and runs
 * in the quickest; what rests on the platform runs wherever it could differ. Each journey reads its
 * row here, and `engines.test.ts` sees to it that it does.
 */
export const journeyEngines = {
  "platform/engine": { engines: every, why: "the drivers themselves, which all journeys rest on" },
  "platform/firstVisit": {
    engines: every,
    why: "worker, caches and storage, over the network's end and the browser's",
  },
  "platform/lostFile": {
    engines: ["chromium", "webkit"],
    why: "what a page is without a file of its cache, in the engines of most phones",
  },
  "platform/subPath": {
    engines: every,
    why: "a worker's scope; what an engine's own policy lets through, by the page alone",
  },
  "platform/lockdown": {
    engines: chromium,
    why: "WebKit's Lockdown Mode, played: only Chromium here lets all of it be taken away",
  },
  "platform/update": { engines: chromium, why: "our own order of two workers and two tabs" },

  "reading/accessibility": { engines: chromium, why: "our own markup and colours, in both themes" },
  "reading/statePage": {
    engines: ["chromium", "webkit"],
    why: "sizes on the screen, dates and names by Intl, in the engines of most phones",
  },
  "reading/language": { engines: chromium, why: "our own texts, on every screen" },
  "reading/directorySearch": { engines: chromium, why: "our own search" },
  "reading/largeText": { engines: chromium, why: "our own styles; engines zoom text alike" },

  "vault/canary": { engines: every, why: "what a browser writes into its files" },
  "vault/locked": {
    engines: ["chromium", "webkit"],
    why: "leaving a page in the middle of a write; keys gone; in the engines of most phones",
  },
  "vault/erase": { engines: twoOfThem, why: "databases and files that go with other tabs open" },
  "vault/export": { engines: chromium, why: "our own file, its seal and its words" },
  "vault/border": {
    engines: ["webkit"],
    why: "our own list of what goes; WebKit erases in no other",
  },
  "vault/passkey": { engines: chromium, why: "only Chromium plays a fingerprint reader" },

  "inquiry/inquiry": {
    engines: every,
    why: "what a killed browser has kept; who sends when closed",
  },
  "inquiry/twoWindows": { engines: twoOfThem, why: "locks and messages between windows" },
  "inquiry/leftPage": { engines: ["webkit"], why: "a fault of WebKit's own" },
  "inquiry/backgroundSync": { engines: chromium, why: "only Chromium has Background Sync" },
  "inquiry/twoDesks": { engines: askerAndAsked, why: "our own steps of an exchange" },
  "inquiry/twoColleagues": {
    engines: askerAndAsked,
    why: "our own account of who read and answered",
  },
  "inquiry/portal": { engines: chromium, why: "our own judgement of an answer" },
  "inquiry/takenBack": { engines: chromium, why: "our own statuses" },

  "desk/notices": { engines: chromium, why: "only Chromium lets a push be played" },
  "desk/refusedFiles": { engines: chromium, why: "our own signatures and numbers" },
  "desk/refusedLetters": { engines: chromium, why: "our own seals and signatures" },
  "desk/restoredEndpoint": { engines: askerAndAsked, why: "our own sync, rule S12" },
  "desk/revocation": { engines: chromium, why: "our own sync, rule S13" },
  "desk/recoverySheet": { engines: askerAndAsked, why: "our own words and seals" },
  "desk/unknownDevice": { engines: chromium, why: "our own queue" },
  "desk/lostPhone": { engines: chromium, why: "our own notices and seals" },
} as const satisfies Record<string, Row>;

export type Journey = keyof typeof journeyEngines;

export const enginesOf = <J extends Journey>(journey: J): (typeof journeyEngines)[J]["engines"] =>
  journeyEngines[journey].engines;
