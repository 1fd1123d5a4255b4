import * as v from "valibot";
import {
  hasPublisherKey,
  makePublisherKey,
  openPublisher,
} from "#secretariat/publisher/publisher.ts";
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
key [--folder ‹publisher›]

  Makes the publisher's key. The folder also keeps what is signed with it.

  --folder  where the key is kept; “publisher”, if not given
`.trim();

const Options = v.object({ folder: folderOption, files: noFiles });

export const keyCommand: Command = {
  usage,
  run: async (args, { nowMs }) => {
    const parsed = parseArguments(args, { folder: "string" }, Options);
    if (!parsed.ok) return misused(parsed.error, usage);
    const { folder } = parsed.value;
    if (await hasPublisherKey(folder)) {
      return refused(`There is a key in ${folder}: “rotate” makes another beside it.`);
    }
    const path = await makePublisherKey(folder, nowMs);
    const publisher = await openPublisher(folder);
    if (!publisher.ok) return refused(publisher.error);
    return done(
      "The publisher's key is made. Its public half:",
      "",
      `  ${publisher.value.publicKeys[0]}`,
      "",
      "It goes to the endpoint as ENLACE_PUBLISHER, and to an app that is hosted elsewhere into",
      `"publishers" in its config.json.`,
      "",
      `The private half lies in the clear in ${path}, readable by its owner alone.`,
      "Whoever has it can add readers to every desk: keep the folder offline, and a copy of it in",
      "another place.",
    );
  },
};
