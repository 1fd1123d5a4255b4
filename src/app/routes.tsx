import { type ComponentType, lazy } from "react";

/** The first word of a route, what it shows, and the messages that it needs. */
type Place = {
  readonly namespace: "guidance" | "directory" | "inquiries" | "device" | "app";
  readonly load: () => Promise<{ readonly default: ComponentType }>;
};

const guidance: Place = {
  namespace: "guidance",
  load: async () => ({
    default: (await import("#features/guidance/GuidanceRoutes.tsx")).GuidanceRoutes,
  }),
};
const directory: Place = {
  namespace: "directory",
  load: async () => ({
    default: (await import("#features/directory/DirectoryRoutes.tsx")).DirectoryRoutes,
  }),
};
const inquiries: Place = {
  namespace: "inquiries",
  load: async () => ({
    default: (await import("#features/inquiries/InquiryRoutes.tsx")).InquiryRoutes,
  }),
};
const device: Place = {
  namespace: "device",
  load: async () => ({
    default: (await import("#features/device/DeviceRoutes.tsx")).DeviceRoutes,
  }),
};

/** Each leads to one lazy chunk; all chunks are in the precache. */
const placesByWord: Readonly<Record<string, Place>> = {
  measures: guidance,
  procedures: guidance,
  timeline: guidance,
  glossary: guidance,
  search: guidance,
  directory,
  inquiries,
  more: device,
  enrol: device,
};

/** Loads what a hash shows before the first render, so that nothing is rendered twice. */
export const loadRoute = async (hash: string): Promise<void> => {
  await placesByWord[firstWord(hash)]?.load();
};

export const routeNamespace = (hash: string): readonly string[] => {
  const place = placesByWord[firstWord(hash)];
  return place ? [place.namespace] : [];
};

const firstWord = (hash: string): string => /^#\/([a-z]+)/.exec(hash)?.[1] ?? "";

const GuidanceRoutes = lazy(guidance.load);
const DirectoryRoutes = lazy(directory.load);
const InquiryRoutes = lazy(inquiries.load);
const DeviceRoutes = lazy(device.load);

/** What to show for the first word of a path; undefined for none that we know. */
export const routeScreens: Readonly<Record<string, ComponentType>> = {
  measures: GuidanceRoutes,
  procedures: GuidanceRoutes,
  timeline: GuidanceRoutes,
  glossary: GuidanceRoutes,
  search: GuidanceRoutes,
  directory: DirectoryRoutes,
  inquiries: InquiryRoutes,
  more: DeviceRoutes,
  enrol: DeviceRoutes,
};
