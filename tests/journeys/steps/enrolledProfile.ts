import { randomInt } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { basename, join } from "node:path";
import type { AppLanguage } from "#i18n/appLanguage.ts";
import { createProfile, openPage } from "#tests/engines/openPage.ts";
import type { EngineName, PageOptions } from "#tests/engines/page.ts";
import { until } from "#tests/engines/until.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import {
  countRegistry,
  createFolder,
  type EndpointOptions,
  type EndpointProcess,
  findCode,
  type KeptEndpoint,
  resumeEndpoint,
  startEndpoint,
} from "./endpoint.ts";
import { countStores } from "./kept.ts";
import { type DeskKeys, enrolKeys, type OtherDesk, openDesk } from "./otherDesk.ts";
import { type OpenedApp, openPerson, type Person, type PersonOptions } from "./person.ts";
import { createTranslate, openRoute } from "./screen.ts";

// [Note: enrolled once, copied for every journey]
//
// Most journeys need an enrolled desk to begin with, and prove something else. To come there through
// the screens takes a browser up to ten seconds of a processor, so it is done once: the first journey
// that wants an engine's desk starts an endpoint, enrols as a person does, ends the browser and then
// the endpoint, and keeps the folders of both. Each journey, that first one too, begins with a copy.
//
// What a browser keeps belongs to an origin, and the port is a part of it. So every kept pair of
// folders has a port of its own, on which each copy is started again: the same origin, the same
// registry, the same vault under the passphrase that all journeys use.
//
// Two journeys on one port can't run at the same time. So a journey claims the pair that it begins from
// until its endpoint is removed; one that finds every pair claimed waits for one: to make another
// costs the processors more, which the others keep busy meanwhile. Only of what most begin from there
// may be two.

type DeskName = "chile" | "jamaica";

/** Who acts for each desk: a person with a browser, or a program, which is an `OtherDesk`. */
type Desks = {
  readonly chile: EngineName;
  readonly jamaica: EngineName | "program";
  /** Chromium's shell and the whole browser don't open each other's folders. */
  readonly isWholeBrowser?: boolean;
};

type Settings = Pick<EndpointOptions, "edition" | "settings">;

type Browser = Omit<Partial<PageOptions>, "engine" | "profile" | "locale"> & {
  readonly language?: AppLanguage;
};

/** An endpoint with two enrolled desks, whose browsers are opened when they are wanted. */
export type EnrolledDesks = {
  readonly endpoint: EndpointProcess;
  /** The desk's browser on an empty page, the app locked. */
  readonly open: (desk: DeskName, browser?: Browser) => Promise<Person>;
};

export const startEnrolled = async (
  desks: Desks,
  settings: Settings = {},
): Promise<EnrolledDesks> => {
  const kept = await keep(desks);
  const endpoint = await resume(kept, settings);
  return { endpoint, open: (desk, browser) => openCopy(kept, endpoint, desk, browser) };
};

/** Ends the browsers that were opened, then the endpoint, whatever becomes of the browsers. */
export const closeDesks = async (
  endpoint: EndpointProcess | undefined,
  people: readonly (Person | undefined)[],
): Promise<void> => {
  try {
    await Promise.all(people.map(async (person) => person?.close()));
  } finally {
    await endpoint?.remove();
  }
};

export type Enrolled = OpenedApp & {
  /** The asked desk, enrolled before Chile's: Chile knows its device. */
  readonly jamaica: OtherDesk;
};

/** Chile's policy desk in a browser, as `open` gives it, and Jamaica's without one. */
export const openEnrolled = async (
  engine: EngineName,
  { edition, settings, ...browser }: Browser & Settings = {},
): Promise<Enrolled> => {
  // The other engines are always whole.
  const isWholeBrowser = engine === "chromium" && browser.isWholeBrowser === true;
  const kept = await keep({ chile: engine, jamaica: "program", isWholeBrowser });
  const endpoint = await resume(kept, {
    ...(edition && { edition }),
    ...(settings && { settings }),
  });
  const chile = await openCopy(kept, endpoint, "chile", browser).catch(async (cause: unknown) => {
    // Else those who wait for these folders would wait in vain.
    await endpoint.remove();
    throw cause;
  });
  const close = async (): Promise<void> => {
    await closeDesks(endpoint, [chile]);
  };
  if (!kept.state.jamaica) throw new Error("no keys of Jamaica's desk");
  return { ...chile, close, jamaica: openDesk(endpoint, kept.state.jamaica) };
};

type State = Omit<KeptEndpoint, "folder"> & {
  readonly desks: Desks;
  /** Where a program acts for it. */
  readonly jamaica: DeskKeys | null;
};

/** A folder with `endpoint`, and a browser's for each desk that has one. */
type Kept = { readonly folder: string; readonly state: State };

const resume = async ({ folder, state }: Kept, settings: Settings): Promise<EndpointProcess> => {
  const copy = createFolder();
  cpSync(join(folder, "endpoint"), copy, { recursive: true });
  const kept = { ...state, folder: copy };
  const options = { appPath: distFolder, ...settings };
  const endpoint = await resumeEndpoint(kept, options).catch((cause: unknown) => {
    release(folder);
    throw cause;
  });
  const remove = async (): Promise<void> => {
    try {
      await endpoint.remove();
    } finally {
      release(folder);
    }
  };
  return { ...endpoint, remove };
};

const openCopy = async (
  { folder, state }: Kept,
  endpoint: EndpointProcess,
  desk: DeskName,
  { language = "en", ...options }: Browser = {},
): Promise<Person> => {
  const engine = state.desks[desk];
  if (engine === "program") throw new Error(`a program has no browser: ${desk}`);
  const profile = createProfile();
  copyProfile(join(folder, desk), profile);
  const page = await openPage({ engine, profile, locale: language, ...options });
  const translate = createTranslate(language);
  return { page, profile, endpoint, translate, close: () => page.close() };
};

/** By these a browser knows that its folder is in use, and by whom. */
const locks = /^(Singleton(Lock|Cookie|Socket)|lock|\.parentlock)$/;

const copyProfile = (from: string, to: string): void =>
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !locks.test(basename(path)),
  });

/** What is kept for these desks, claimed; made if nobody has. */
const keep = async (desks: Desks): Promise<Kept> => {
  const folder = await claim(desks);
  const statePath = join(folder, "state.json");
  if (!existsSync(statePath)) {
    const state = await enrolAll(desks, folder).catch((cause: unknown) => {
      // Half of it would be copied over by whoever is next.
      rmSync(folder, { recursive: true, force: true });
      throw cause;
    });
    writeFileSync(statePath, JSON.stringify(state));
  }
  return { folder, state: JSON.parse(readFileSync(statePath, "utf8")) as State };
};

/**
 * A folder for these desks that is free, in the run's folder, which goes when the run ends. What was
 * claimed by a journey that was killed stays claimed.
 */
const claim = ({ chile, jamaica, isWholeBrowser = false }: Desks): Promise<string> => {
  const run = process.env["ENLACE_PROFILES"];
  if (run === undefined) throw new Error("no journey of a run");
  const name = `kept-${chile}-${jamaica}${isWholeBrowser ? "-whole" : ""}`;
  const numbers = name === "kept-chromium-program" ? [1, 2] : [1];
  const folders = numbers.map((number) => join(run, `${name}-${number}`));
  return until(`a free ${name}`, () => folders.find(tryClaim), longestClaimMs);
};

/** Claims it, if nobody else has. */
const tryClaim = (folder: string): boolean => {
  mkdirSync(folder, { recursive: true });
  try {
    mkdirSync(claimOf(folder));
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return false;
    throw cause;
  }
};

/** Longer than the journeys take that may have to be waited for; hooks may take longer yet. */
const longestClaimMs = 400_000;

const release = (folder: string): void => rmSync(claimOf(folder), { recursive: true, force: true });

const claimOf = (folder: string): string => join(folder, "claimed");

/** Through the screens, Jamaica first: to a desk without a device nothing can be sealed. */
const enrolAll = async (desks: Desks, folder: string): Promise<State> => {
  const { chile, jamaica, isWholeBrowser = false } = desks;
  const endpoint = await startEndpoint({ appPath: distFolder, port: await findPort() });
  const options = { endpoint, isWholeBrowser };
  const keys = jamaica === "program" ? await enrolKeys(endpoint, "JM/policy") : null;
  const people = {
    ...(jamaica === "program"
      ? {}
      : { jamaica: await enrol({ ...options, engine: jamaica }, "JM/policy") }),
    chile: await enrol({ ...options, engine: chile }, "CL/policy"),
  };
  for (const [name, person] of Object.entries(people)) {
    await person.page.end();
    copyProfile(person.profile, join(folder, name));
  }
  await endpoint.stop();
  cpSync(endpoint.folder, join(folder, "endpoint"), { recursive: true });
  // Not before all is kept: closing removes.
  for (const person of Object.values(people)) await person.close();
  await endpoint.remove();
  const { invitations, address } = endpoint;
  return { port: Number(new URL(address).port), invitations, desks, jamaica: keys };
};

/** Until it holds the whole registry: some journeys begin without a network. */
const enrol = async (
  options: Pick<PersonOptions, "endpoint" | "engine" | "isWholeBrowser">,
  desk: string,
): Promise<Person> => {
  const { endpoint, engine } = options;
  const code = findCode(endpoint, desk);
  const person = await openPerson({ ...options, language: "en", code });
  await openRoute(person.page, endpoint.address, "#/");
  const isKnown = async (): Promise<boolean> =>
    (await countStores(person.page))["registry"] === countRegistry(endpoint);
  await until(`the registry in ${engine}`, isKnown);
  await person.page.evaluate(forgetPerson, null);
  return person;
};

/**
 * Runs in the page. A device that was last touched minutes ago locks at the first touch after it was
 * unlocked (see `keepAutoLock`), and a copy is opened minutes later; its language is the browser's.
 */
const forgetPerson = (): void => {
  for (const choice of ["enlace.attention", "enlace.language"]) localStorage.removeItem(choice);
};

/**
 * A free port below those that the kernel hands out by itself: nobody gets it by chance while no
 * endpoint is on it.
 */
const findPort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    if (await isFree(port)) return port;
  }
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
