import * as v from "valibot";
import { openPublisher } from "#secretariat/publisher/publisher.ts";
import { type Command, done, misused, refused } from "./command.ts";
import { folderOption, noFiles, parseArguments } from "./parseArguments.ts";
import { type SignedAgain, signAgain } from "./signAgain.ts";

const usage = `
sign-again [--folder ‹publisher›]

  After “rotate”: signs every grant and revocation of the folder with the newest key as well, under
  the same ids and word for word, into files beside the old ones. Carried to the endpoint, they keep
  the devices that were let in under the old key. What the newest key has signed is left as it is.

  If the old key was stolen, look through “list” first, and revoke what you do not know.

  --folder  where the keys are kept; “publisher”, if not given
`.trim();

const Options = v.object({ folder: folderOption, files: noFiles });

export const signAgainCommand: Command = {
  usage,
  run: async (args) => {
    const parsed = parseArguments(args, { folder: "string" }, Options);
    if (!parsed.ok) return misused(parsed.error, usage);
    const { folder } = parsed.value;
    const publisher = await openPublisher(folder);
    if (!publisher.ok) return refused(publisher.error);
    const again = await signAgain(folder, publisher.value);
    const { grants, revocations, patterns } = again;
    const { keyNumber } = publisher.value;
    const lines = [`Signed with key ${keyNumber}: grants ${grants}, revocations ${revocations}.`];
    if (patterns.length > 0) {
      const files = patterns.join(" ");
      lines.push("Carry them while the endpoint still trusts the old key, too:", "");
      lines.push(`  npm run secretariat -- carry --to https://… ${files}`);
    }
    const problems = listProblems(again);
    return problems.length === 0 ? done(...lines) : refused(...lines, "", ...problems);
  },
};

const listProblems = ({ brokenPaths, doubtfulIds }: SignedAgain): readonly string[] => [
  ...brokenPaths.map((path) => `${path} was not signed with these keys, and is not now.`),
  ...doubtfulIds.map((id) => `Two files say different things of ${id}; neither is signed again.`),
];
