import { useEffect, useState } from "react";

export type Estimate =
  | { readonly type: "unknown" }
  | { readonly type: "known"; readonly usedBytes: number; readonly quotaBytes: number };

/** What the browser says is used here, and how much it allows; browsers round both. */
export const useEstimate = (): Estimate => {
  const [estimate, setEstimate] = useState<Estimate>({ type: "unknown" });
  useEffect(() => {
    let isGone = false;
    const reading = "storage" in navigator ? navigator.storage.estimate?.() : undefined;
    reading?.then(
      ({ usage, quota }) => {
        if (isGone || usage === undefined || quota === undefined) return;
        setEstimate({ type: "known", usedBytes: usage, quotaBytes: quota });
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
  return estimate;
};
