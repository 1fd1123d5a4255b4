import * as v from "valibot";

/**
 * An ISO 3166-1 alpha-2 code in upper case: `CL`. The State's name comes from `Intl.DisplayNames`,
 * never from a table.
 */
export type StateCode = v.InferOutput<typeof StateCode>;

export const StateCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/), v.brand("StateCode"));

/**
 * `policy` is the point of contact of CBM #2, `foreign-affairs` that of CBM #3, `technical` the
 * response team that both rely on.
 */
export const deskKinds = ["policy", "foreign-affairs", "technical"] as const;

export type DeskKind = (typeof deskKinds)[number];

export const DeskKind = v.picklist(deskKinds);

/** The desk that an envelope comes from or goes to. */
export type DeskAddress = v.InferOutput<typeof DeskAddress>;

export const DeskAddress = v.strictObject({ state: StateCode, desk: DeskKind });

/** The text form of a desk's address, as used in paths and keys: `CL/policy`. */
export type DeskId = v.InferOutput<typeof DeskId>;

export const DeskId = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}\/(policy|foreign-affairs|technical)$/),
  v.brand("DeskId"),
);

export const deskToId = (address: DeskAddress): DeskId =>
  `${address.state}/${address.desk}` as DeskId;

export const isSameDesk = (a: DeskAddress, b: DeskAddress): boolean =>
  a.state === b.state && a.desk === b.desk;

/** Converts a {@link DeskId} to the address that it stands for. */
export const idToDesk = (id: DeskId): DeskAddress => {
  const [state, desk] = id.split("/");
  return v.parse(DeskAddress, { state, desk });
};

/** `desk` asks and answers for its desk; `reader` sees the directory and has no inbox. */
const roles = ["desk", "reader"] as const;

export type Role = (typeof roles)[number];

export const Role = v.picklist(roles);
