import { timingSafeEqual } from "node:crypto";

/** Compares two secrets of a known, equal length in a time that doesn't tell where they differ. */
export const hasSameSecret = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};
