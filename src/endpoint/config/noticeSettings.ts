import * as v from "valibot";
import { EmailAddress } from "#domain/directory/contact.ts";
import { parseMailServer } from "./parseMailServer.ts";

/** What switches on that devices are told that something waits. */
export const noticeSettings = {
  ENLACE_VAPID_SUBJECT: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => /^(mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s?#]+)$/.test(text),
        ({ input }) =>
          `ENLACE_VAPID_SUBJECT must be an address such as mailto:desk@enlace.example or ` +
          `https://enlace.example, not “${input}”.`,
      ),
    ),
  ),
  ENLACE_SMTP: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => parseMailServer(text) !== undefined,
        // What was given is not repeated: a password stands in it.
        "ENLACE_SMTP must be an address such as smtps://user:password@mail.example:465.",
      ),
      v.transform(parseMailServer),
    ),
  ),
  ENLACE_MAIL_FROM: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => v.is(EmailAddress, text),
        ({ input }) => `ENLACE_MAIL_FROM must be an e-mail address, not “${input}”.`,
      ),
    ),
  ),
};
