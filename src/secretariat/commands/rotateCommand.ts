import * as v from "valibot";
import { makePublisherKey, openPublisher } from "#secretariat/publisher/publisher.ts";
import {
  type Command,
  done,
  folderOption,
  misused,
  noFiles,
  parseArguments,
  refused,
} from "./command.ts";

const usage = `
rotate [--folder ‹publisher›]

  Makes a new key beside the publisher's old one. The new one signs from now on; both are trusted
  until the old one is taken out where it is named.

  --folder  where the keys are kept; “publisher”, if not given
`.trim();

const Options = v.object({ folder: folderOption, files: noFiles });

export const rotateCommand: Command = {
  usage,
  run: async (args, { nowMs }) => {
    const parsed = parseArguments(args, { folder: "string" }, Options);
    if (!parsed.ok) return misused(parsed.error, usage);
    const { folder } = parsed.value;
    // A folder with a damaged key must not get another one.
    const before = await openPublisher(folder);
    if (!before.ok) return refused(before.error);
    const path = await makePublisherKey(folder, nowMs);
    const after = await openPublisher(folder);
    if (!after.ok) return refused(after.error);
    return done(
      `A new key is made, in ${path}. It signs everything from now on.`,
      "",
      "Until the old one is taken out, both are trusted. Start the endpoint with",
      "",
      `  ENLACE_PUBLISHER=${after.value.publicKeys.join(",")}`,
      "",
      `and name both in "publishers" in the config.json of an app that is hosted elsewhere. Do so`,
      "before anything that the new key has signed is carried to them.",
      "",
      "What the old key has signed counts only while it is named there: grants and the devices that",
      "they let in, revocations, the directory. Before you take it out, sign all of it with the new one,",
      "and carry that:",
      "",
      `  npm run secretariat -- sign-again --folder ${folder}`,
      "  npm run secretariat -- import …   (the directory, as an edition with a higher number)",
    );
  },
};
