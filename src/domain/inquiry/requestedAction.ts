import * as v from "valibot";

/** What is asked of the other side, after IODEF's Expectation (RFC 7970, 3.15). */
export const requestedActions = [
  "confirm-receipt",
  "investigate",
  "preserve-data",
  "share-information",
  "contact-sender",
] as const;
export type RequestedAction = (typeof requestedActions)[number];
export const RequestedAction = v.picklist(requestedActions);
