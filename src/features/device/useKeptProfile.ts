import { useEffect, useRef, useState } from "react";
import type { Profile } from "#domain/profile.ts";
import { keepProfileInMemory } from "#storage/keptInMemory.ts";
import { findProfile, saveProfile } from "#storage/profile.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { useDatabase } from "#storage/useDatabase.ts";

export type Keeping =
  | { readonly type: "untouched" }
  | { readonly type: "keeping" }
  | { readonly type: "kept" }
  | { readonly type: "failed"; readonly error: StorageError };

export type KeptProfile =
  | { readonly type: "loading" }
  | { readonly type: "failed"; readonly error: StorageError }
  | {
      readonly type: "ready";
      readonly profile: Profile;
      readonly keeping: Keeping;
      readonly change: (part: Partial<Profile>) => void;
    };

type Held = { readonly profile: Profile; readonly keeping: Keeping };

/**
 * The profile as it is typed: every change is written at once, in order, and called kept only when
 * the last one is on the disk. After a failed read there is nothing to type into, so that nothing
 * is written over what could not be read.
 */
export const useKeptProfile = (): KeptProfile => {
  const { database } = useDatabase();
  const [held, setHeld] = useState<Held>();
  const [readError, setReadError] = useState<StorageError>();
  const writing = useRef<Promise<unknown>>(Promise.resolve());
  const newest = useRef<Profile>(undefined);
  useEffect(() => {
    let isGone = false;
    void tryStorage(() => findProfile(database)).then((found) => {
      if (isGone) return;
      if (!found.ok) return setReadError(found.error);
      newest.current = found.value;
      setHeld({ profile: found.value, keeping: { type: "untouched" } });
    });
    return () => {
      isGone = true;
    };
  }, [database]);
  if (readError) return { type: "failed", error: readError };
  if (!held) return { type: "loading" };
  const change = (part: Partial<Profile>): void => {
    const profile = { ...(newest.current ?? held.profile), ...part };
    newest.current = profile;
    keepProfileInMemory(profile);
    setHeld({ profile, keeping: { type: "keeping" } });
    writing.current = writing.current.then(async () => {
      const saved = await tryStorage(() => saveProfile(database, profile));
      if (newest.current !== profile) return;
      setHeld({ profile, keeping: saved.ok ? { type: "kept" } : { type: "failed", ...saved } });
    });
  };
  return { type: "ready", ...held, change };
};
