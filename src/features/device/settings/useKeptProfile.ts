import { useEffect, useRef, useState } from "react";
import type { Profile } from "#domain/device/profile.ts";
import { ok, type Result } from "#domain/result.ts";
import type { FindError, Kept, SaveError } from "#sealing/records/privateRecords.ts";
import { findProfile, saveProfile } from "#sealing/records/records.ts";
import { type PrivateDeps, useSealing } from "#sealing/vault/useSealing.ts";

export type Keeping =
  | { readonly type: "untouched" }
  | { readonly type: "keeping" }
  | { readonly type: "kept" }
  | { readonly type: "failed"; readonly error: SaveError | FindError };

type KeptProfile =
  | { readonly type: "loading" }
  | { readonly type: "failed"; readonly error: FindError }
  | {
      readonly type: "ready";
      readonly profile: Profile;
      readonly keeping: Keeping;
      readonly change: (part: Partial<Profile>) => void;
    };

type Loaded = { readonly profile: Profile; readonly keeping: Keeping };

/**
 * Edits the profile and saves it as it is typed: every change is sealed and written at once, in
 * order, and reported as saved only when the last one is on the disk. After a failed read there is
 * nothing to edit, so that nothing unreadable is overwritten. Needs the open vault.
 */
export const useKeptProfile = (): KeptProfile => {
  const sealing = useSealing();
  const [loaded, setLoaded] = useState<Loaded>();
  const [readError, setReadError] = useState<FindError>();
  const writer = useRef<ProfileWriter>(undefined);
  useEffect(() => {
    let isGone = false;
    void findProfile(sealing).then((found) => {
      if (isGone) return;
      if (!found.ok) return setReadError(found.error);
      writer.current = createProfileWriter(sealing, found.value);
      setLoaded({ profile: found.value.value, keeping: { type: "untouched" } });
    });
    const forget = sealing.vault.beforeLock(() => writer.current?.written() ?? Promise.resolve());
    return () => {
      isGone = true;
      forget();
    };
  }, [sealing]);
  if (readError) return { type: "failed", error: readError };
  if (!loaded) return { type: "loading" };
  const change = (part: Partial<Profile>): void => {
    if (!writer.current) return;
    const { profile, writing } = writer.current.write(part);
    setLoaded({ profile, keeping: { type: "keeping" } });
    void writing.then((saved) => {
      const keeping: Keeping = saved.ok ? { type: "kept" } : { type: "failed", error: saved.error };
      // A newer change is being written: its result will be shown instead of this one.
      setLoaded((now) => (now?.profile === profile ? { profile, keeping } : now));
    });
  };
  return { type: "ready", ...loaded, change };
};

type ProfileWriter = {
  /** Returns the profile with `part` in it at once, and the result of writing it. */
  readonly write: (part: Partial<Profile>) => {
    readonly profile: Profile;
    readonly writing: Promise<Result<void, SaveError | FindError>>;
  };
  /** Resolves once everything typed so far is written, or has failed to be. */
  readonly written: () => Promise<unknown>;
};

/**
 * Writes what is typed, one change after the other. If another window wrote meanwhile, the fields
 * typed here are merged into its version, so that no window reverts another's fields.
 */
export const createProfileWriter = (deps: PrivateDeps, found: Kept<Profile>): ProfileWriter => {
  let shown = found.value;
  let base = found;
  let typed: Partial<Profile> = {};
  let last: Promise<unknown> = Promise.resolve();
  const save = async (): Promise<Result<void, SaveError | FindError>> => {
    const value = { ...base.value, ...typed };
    const saved = await saveProfile(deps, value, base.rev);
    if (!saved.ok) return saved;
    base = { value, rev: saved.value };
    return ok(undefined);
  };
  const saveOverNewest = async (): Promise<Result<void, SaveError | FindError>> => {
    const saved = await save();
    if (saved.ok || saved.error.type !== "privateChanged") return saved;
    const newest = await findProfile(deps);
    if (!newest.ok) return newest;
    base = newest.value;
    return save();
  };
  return {
    write: (part) => {
      typed = { ...typed, ...part };
      shown = { ...shown, ...part };
      const writing = last.then(saveOverNewest);
      last = writing;
      return { profile: shown, writing };
    },
    written: () => last,
  };
};
