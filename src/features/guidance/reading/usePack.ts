import { useState } from "react";
import type { ContentPack } from "#domain/guidance/contentPack.ts";
import type { Language } from "#domain/language.ts";
import { type Live, useLive } from "#storage/useLive.ts";
import { packQuery } from "./packQuery.ts";

/**
 * The guidance in `language`, from this device; undefined if it is not here. While another language
 * is being read the one before it stays, so that a change of language never empties the page.
 */
export const usePack = (language: Language): Live<ContentPack | undefined> => {
  const { read, key } = packQuery(language);
  const live = useLive(read, key);
  const [held, setHeld] = useState<ContentPack | null>(null);
  if (live.type === "ready" && live.value && live.value !== held) setHeld(live.value);
  return live.type === "loading" && held ? { type: "ready", value: held } : live;
};
