import { useState } from "react";
import { msToInstant } from "#domain/instant.ts";
import { exportSealed } from "#sealing/age/exportSealed.ts";
import type { ListError } from "#sealing/records/privateRecords.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { downloadFile } from "#ui/browser/downloadFile.ts";
import { collectExport } from "./collectExport.ts";
import { useExportText } from "./useExportText.ts";

export type Exporting =
  | { readonly type: "idle" }
  | { readonly type: "working" }
  /** Handed to the browser; whether it kept it can't be known. */
  | { readonly type: "given"; readonly name: string; readonly unreadable: number }
  | { readonly type: "failed"; readonly error: ListError };

/** Collects, writes, seals, and hands one file to the browser. */
export const useExporting = (): {
  readonly exporting: Exporting;
  readonly make: (passphrase: string) => Promise<void>;
} => {
  const sealing = useSealing();
  const writeText = useExportText();
  const [exporting, setExporting] = useState<Exporting>({ type: "idle" });
  const make = async (passphrase: string): Promise<void> => {
    setExporting({ type: "working" });
    const now = msToInstant(sealing.clock());
    const all = await collectExport(sealing, now);
    if (!all.ok) return setExporting({ type: "failed", error: all.error });
    const parts = { text: writeText(all.value), json: all.value };
    const name = `enlace-${now.slice(0, 10)}.age`;
    const bytes = await exportSealed(parts, passphrase);
    downloadFile(name, new Blob([bytes], { type: "application/octet-stream" }));
    setExporting({ type: "given", name, unreadable: all.value.unreadable.length });
  };
  return { exporting, make };
};
