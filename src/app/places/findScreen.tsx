import { type ComponentType, lazy } from "react";
import type { AppNewsStore } from "#app/news/appNews.ts";
import type { PrivateGateProps } from "./PrivateGate.tsx";
import { hashToPlace, isStart, type Place, wordToPlace } from "./placeWords.ts";

type Screen = { readonly default: ComponentType };

/** Each place is one lazy chunk; all of them are in the precache. */
const loaders: Readonly<Record<Place, () => Promise<Screen>>> = {
  guidance: async () => ({
    default: (await import("#features/guidance/GuidanceRoutes.tsx")).GuidanceRoutes,
  }),
  directory: async () => ({
    default: (await import("#features/directory/DirectoryRoutes.tsx")).DirectoryRoutes,
  }),
  inquiries: async () => ({
    default: (await import("#features/inquiries/InquiryRoutes.tsx")).InquiryRoutes,
  }),
  device: async () => ({
    default: (await import("#features/device/DeviceRoutes.tsx")).DeviceRoutes,
  }),
};

const screens: Readonly<Record<Place, ComponentType>> = {
  guidance: lazy(loaders.guidance),
  directory: lazy(loaders.directory),
  inquiries: lazy(loaders.inquiries),
  device: lazy(loaders.device),
};

/** The first screen is loaded before it is rendered: a lazy one would render its fallback first. */
const loadedFirst = new Map<Place, ComponentType>();

type StartComponent = ComponentType<{ readonly news: AppNewsStore }>;

const importStart = async () => ({
  default: (await import("#app/home/StartScreen.tsx")).StartScreen,
});

let startScreen: StartComponent = lazy(importStart);

/** Returns the screen to show when the address names no place. */
export const findStartScreen = (): StartComponent => startScreen;

const importGate = async () => ({ default: (await import("./PrivateGate.tsx")).PrivateGate });

let privateGate: ComponentType<PrivateGateProps> = lazy(importGate);

/** Returns the gate before the screens of `inquiries`. */
export const findPrivateGate = (): ComponentType<PrivateGateProps> => privateGate;

/**
 * Loads the screen of a hash before it is rendered, so that nothing is rendered twice: once React
 * shows a fallback, it keeps it for 300 ms at least.
 */
export const loadRoute = async (hash: string): Promise<void> => {
  const place = hashToPlace(hash);
  if (place === "inquiries") privateGate = (await importGate()).default;
  if (place) loadedFirst.set(place, (await loaders[place]()).default);
  else if (isStart(hash)) startScreen = (await importStart()).default;
};

const namespaces: Readonly<Record<Place, readonly string[]>> = {
  guidance: ["guidance"],
  directory: ["directory", "words"],
  inquiries: ["inquiries", "sentences", "words"],
  device: ["device", "words"],
};

/** Returns the messages that a hash's screen needs besides those of every screen. */
export const routeNamespaces = (hash: string): readonly string[] => {
  const place = hashToPlace(hash);
  return place ? namespaces[place] : [];
};

/** Returns the screen for the first word of a path; undefined for an unknown word. */
export const findScreen = (word: string): ComponentType | undefined => {
  const place = wordToPlace(word);
  return place && (loadedFirst.get(place) ?? screens[place]);
};
