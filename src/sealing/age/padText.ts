import { utf8Bytes } from "#domain/inquiry/inquiry.ts";

/** A sealed file tells the length of what is in it: in steps, that says little. */
const stepBytes = 1024;

/** JSON with as many spaces behind it as fill the last step; it still parses as JSON. */
export const padText = (json: string): string =>
  json + " ".repeat((stepBytes - (utf8Bytes(json) % stepBytes)) % stepBytes);
