import type { ListFolder, ShortFile } from "./fileSizes.ts";

/** What a page, a worker's scope, a server or a person starts: nothing imports it. */
export const entries: readonly string[] = [
  "src/app/main.tsx",
  "src/app/boot.ts",
  "src/service-worker/sw.ts",
  "src/service-worker/backgroundPush.ts",
  "src/endpoint/server.ts",
  "src/endpoint/take.ts",
  "src/endpoint/backup.ts",
  "src/secretariat/main.ts",
  "src/secretariat/indexContent.ts",
];

/** Folders that are lists, and how a row of them ends: a row may be as short as it is. */
export const lists: readonly ListFolder[] = [
  { folder: "src/endpoint/handlers", ending: ".ts" },
  { folder: "src/secretariat/commands", ending: "Command.ts" },
  { folder: "src/features/inquiries/draft", ending: "Step.tsx" },
  { folder: "src/features/inquiries/ways", ending: "Way.tsx" },
  { folder: "src/ui/fields", ending: "Field.tsx" },
  { folder: "src/build", ending: ".ts" },
];

/**
 * Short files whose reason no rule can see: a seam, or a border that they can't be taken across. Each
 * is a test of its own, which fails as soon as the file is gone, long enough or needs no excuse.
 */
export const shortFiles: readonly ShortFile[] = [
  { path: "src/i18n/messages.d.ts", why: "a seam: the types of the texts" },
  {
    path: "src/sealing/passphrase/virtual.d.ts",
    why: "a seam: the types of a module that the build makes",
  },
  {
    path: "src/features/inquiries/draft/stepProps.ts",
    why: "a seam: what each row of the list of steps is handed",
  },
  {
    path: "src/features/inquiries/ways/WaySection.tsx",
    why: "a seam: what frames each row of the list of ways",
  },
  {
    path: "src/sealing/age/exportSealed.ts",
    why: "loaded before age.ts, which it asks for by import()",
  },
  {
    path: "src/signing/verifyLetter.ts",
    why: "one of three things that signing verifies, and sealing may not",
  },
  {
    path: "src/storage/device/saveEnrolment.ts",
    why: "one transaction of storage, which the sealing that uses it may not make",
  },
  {
    path: "src/storage/memoryDatabase.ts",
    why: "one that loads a package of storage, which the app that uses it may not",
  },
  {
    path: "src/service-worker/openFromNotice.ts",
    why: "one listener, and sw.ts, its user, can't be taken into a test: it starts a worker",
  },
];
