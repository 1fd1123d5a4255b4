import { useState } from "react";
import type { Enrolment } from "#domain/device/profile.ts";
import {
  type FinishError,
  finishEnrolment,
  type PrepareError,
  prepareEnrolment,
} from "#sealing/desk/enrolment.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { type EnrolError, useSync } from "#sync/useSync.ts";

export type EnrolProgress =
  | { readonly type: "idle" }
  | { readonly type: "asking" }
  | { readonly type: "refused"; readonly error: PrepareError | EnrolError | FinishError }
  | { readonly type: "enrolled"; readonly enrolment: Enrolment };

export type Enrolling = {
  readonly progress: EnrolProgress;
  /** Resolves to true once this device is enrolled. The same code makes the same request again. */
  readonly enrol: (typedCode: string) => Promise<boolean>;
  readonly forget: () => void;
};

/** Makes the keys, asks the endpoint, and saves its answer, in that order. */
export const useEnrolling = (): Enrolling => {
  const sealing = useSealing();
  const sync = useSync();
  const [progress, setProgress] = useState<EnrolProgress>({ type: "idle" });
  const refuse = (error: PrepareError | EnrolError | FinishError): false => {
    setProgress({ type: "refused", error });
    return false;
  };
  const enrol = async (typedCode: string): Promise<boolean> => {
    setProgress({ type: "asking" });
    const pending = await prepareEnrolment(sealing, typedCode);
    if (!pending.ok) return refuse(pending.error);
    const answered = await sync.enrol(pending.value.request);
    if (!answered.ok) return refuse(answered.error);
    const enrolled = await finishEnrolment(sealing, pending.value, answered.value);
    if (!enrolled.ok) return refuse(enrolled.error);
    // Loads the registry before reporting success: from then on one can write while offline.
    await sync.refresh();
    setProgress({ type: "enrolled", enrolment: enrolled.value });
    sync.pushSoon();
    return true;
  };
  return { progress, enrol, forget: () => setProgress({ type: "idle" }) };
};
