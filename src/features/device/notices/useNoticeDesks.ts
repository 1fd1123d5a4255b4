import { useEffect, useState } from "react";
import { useDirectory } from "#sealing/records/useDirectory.ts";
import { type Live, useLive } from "#storage/useLive.ts";
import { listNoticeDesks, type NoticeDesk, readKeptNotices } from "./noticeDesks.ts";

/** All desks of this device, read again whenever something about them changes. */
export const useNoticeDesks = (): Live<readonly NoticeDesk[]> => {
  const directory = useDirectory();
  const kept = useLive(readKeptNotices, "notice desks");
  const [desks, setDesks] = useState<readonly NoticeDesk[]>();
  useEffect(() => {
    if (directory.type !== "ready" || kept.type !== "ready") return undefined;
    let isWanted = true;
    void listNoticeDesks(kept.value, directory.value).then((found) => {
      if (isWanted) setDesks(found);
    });
    return () => {
      isWanted = false;
    };
  }, [directory, kept]);
  if (directory.type === "failed") return directory;
  if (kept.type === "failed") return kept;
  return desks ? { type: "ready", value: desks } : { type: "loading" };
};
