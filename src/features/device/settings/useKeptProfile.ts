import { useEffect, useRef, useState } from "react";
import type { Profile } from "#domain/device/profile.ts";
import type { FindError, SaveError } from "#sealing/records/privateRecords.ts";
import { findProfile } from "#sealing/records/profile.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { createProfileWriter, type ProfileWriter } from "./createProfileWriter.ts";

export type Keeping =
  | { readonly type: "untouched" }
  | { readonly type: "keeping" }
  | { readonly type: "kept" }
  | { readonly type: "failed"; readonly error: SaveError | FindError };

export type KeptProfile =
  | { readonly type: "loading" }
  | { readonly type: "failed"; readonly error: FindError }
  | {
      readonly type: "ready";
      readonly profile: Profile;
      readonly keeping: Keeping;
      readonly change: (part: Partial<Profile>) => void;
    };

type Held = { readonly profile: Profile; readonly keeping: Keeping };

/**
 * The profile as it is typed: every change is sealed and written at once, in order, and called kept
 * only when the last one is on the disk. After a failed read there is nothing to type into, so that
 * nothing is written over what could not be read. Needs the open vault.
 */
export const useKeptProfile = (): KeptProfile => {
  const sealing = useSealing();
  const [held, setHeld] = useState<Held>();
  const [readError, setReadError] = useState<FindError>();
  const writer = useRef<ProfileWriter>(undefined);
  useEffect(() => {
    let isGone = false;
    void findProfile(sealing).then((found) => {
      if (isGone) return;
      if (!found.ok) return setReadError(found.error);
      writer.current = createProfileWriter(sealing, found.value);
      setHeld({ profile: found.value.value, keeping: { type: "untouched" } });
    });
    const forget = sealing.vault.beforeLock(() => writer.current?.written() ?? Promise.resolve());
    return () => {
      isGone = true;
      forget();
    };
  }, [sealing]);
  if (readError) return { type: "failed", error: readError };
  if (!held) return { type: "loading" };
  const change = (part: Partial<Profile>): void => {
    if (!writer.current) return;
    const { profile, writing } = writer.current.write(part);
    setHeld({ profile, keeping: { type: "keeping" } });
    void writing.then((saved) => {
      const keeping: Keeping = saved.ok ? { type: "kept" } : { type: "failed", error: saved.error };
      // A newer change is on its way: what it becomes will be said, not this.
      setHeld((now) => (now?.profile === profile ? { profile, keeping } : now));
    });
  };
  return { type: "ready", ...held, change };
};
