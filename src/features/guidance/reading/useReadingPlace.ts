import { useEffect } from "react";
import { saveReadingPlace } from "#storage/content/readingPlace.ts";
import { tryStorage } from "#storage/storageError.ts";
import { useDatabase } from "#storage/useDatabase.ts";

/** Notes which page is open, for the start screen. Failing that, only the start screen is poorer. */
export const useReadingPlace = (href: string, title: string): void => {
  const { database } = useDatabase();
  useEffect(() => {
    void tryStorage(() => saveReadingPlace(database, { href, title }));
  }, [database, href, title]);
};
