import * as v from "valibot";

/** `desk` asks and answers for its desk; `reader` sees the directory and has no inbox. */
export const roles = ["desk", "reader"] as const;
export type Role = (typeof roles)[number];
export const Role = v.picklist(roles);
