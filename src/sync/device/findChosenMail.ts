import type { Subscribed } from "#storage/database.ts";
import { mailToDigest } from "./mailToDigest.ts";

/** The one of these addresses that was chosen; null if none was, or it can't be read now. */
export const findChosenMail = async (
  addresses: readonly string[],
  subscribed: Subscribed | undefined,
): Promise<string | null> => {
  if (!subscribed?.mailDigest) return null;
  for (const mail of addresses) {
    if ((await mailToDigest(subscribed.device, mail)) === subscribed.mailDigest) return mail;
  }
  return null;
};
