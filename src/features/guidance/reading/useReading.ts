import { createContext, useContext, useEffect, useState } from "react";
import type { ContentPack } from "#domain/guidance/contentPack.ts";
import type { Language } from "#domain/language.ts";
import { type Live, useLive } from "#storage/useLive.ts";
import { packQuery } from "./packQuery.ts";
import type { SecondLanguage } from "./useSecondLanguage.ts";

/** The state that every part of a page of guidance reads from. */
type Reading = {
  readonly first: ContentPack;
  /** The language shown beside the first; null if there is none, or while it is loading. */
  readonly second: ContentPack | null;
  readonly secondLanguage: SecondLanguage;
  /** The passage that a link led to. */
  readonly found: string | null;
  /** Announces what just happened, and shows it for a moment. */
  readonly say: (message: string) => void;
};

export const ReadingContext = createContext<Reading | null>(null);

/** Returns the reading state; throws outside of the guidance. */
export const useReading = (): Reading => {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error("no reading above this component");
  return reading;
};

/** A message about the last action, shown for as long as it takes to read it. */
export const useNews = (): { news: string; say: (message: string) => void } => {
  const [said, setSaid] = useState<{ message: string }>({ message: "" });
  useEffect(() => {
    if (said.message === "") return;
    const timer = setTimeout(() => setSaid({ message: "" }), readingTimeMs(said.message));
    return () => clearTimeout(timer);
  }, [said]);
  return { news: said.message, say: (message) => setSaid({ message }) };
};

const readingTimeMs = (message: string): number => 2_000 + 60 * message.length;

/**
 * The guidance in `language` from this device; undefined if it is not here. While another language
 * loads, the previous one stays, so that a change of language never empties the page.
 */
export const usePack = (language: Language): Live<ContentPack | undefined> => {
  const { read, key } = packQuery(language);
  const live = useLive(read, key);
  const [last, setLast] = useState<ContentPack | null>(null);
  if (live.type === "ready" && live.value && live.value !== last) setLast(live.value);
  return live.type === "loading" && last ? { type: "ready", value: last } : live;
};
