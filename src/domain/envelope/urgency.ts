import * as v from "valibot";

/** How soon the sender needs to hear. The procedure knows no deadline: these are wishes. */
export const urgencies = ["hours", "day", "week", "none"] as const;
export type Urgency = (typeof urgencies)[number];
export const Urgency = v.picklist(urgencies);
