import type { DeskAddress, StateCode } from "#domain/desk.ts";

const policyOf = (state: string): DeskAddress => ({ state: state as StateCode, desk: "policy" });

export const uruguay = policyOf("UY");

export const chile = policyOf("CL");

export const peru = policyOf("PE");

export const jamaica = policyOf("JM");
