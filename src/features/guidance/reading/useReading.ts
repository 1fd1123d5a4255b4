import { createContext, useContext } from "react";
import type { ContentPack } from "#domain/guidance/contentPack.ts";
import type { SecondLanguage } from "./useSecondLanguage.ts";

/** What every part of a page of guidance reads from. */
export type Reading = {
  readonly first: ContentPack;
  /** The language read beside the first; null when one is enough, or while it is being read. */
  readonly second: ContentPack | null;
  readonly secondLanguage: SecondLanguage;
  /** The passage that a link led to. */
  readonly found: string | null;
  /** Announces what just happened, and shows it for a moment. */
  readonly say: (message: string) => void;
};

export const ReadingContext = createContext<Reading | null>(null);

/** Throws outside of the guidance. */
export const useReading = (): Reading => {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error("no reading above this component");
  return reading;
};
