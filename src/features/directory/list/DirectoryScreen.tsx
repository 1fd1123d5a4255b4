import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearch } from "wouter";
import type { ReadableDirectory } from "#domain/directory/readableDirectory.ts";
import { CoverageSection } from "#features/directory/edition/CoverageSection.tsx";
import { EditionLine } from "#features/directory/edition/EditionLine.tsx";
import {
  OlderContactsLine,
  PrivateContactsLine,
} from "#features/directory/edition/PrivateContactsLine.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { useNow } from "#words/useNow.ts";
import { SearchBar, SearchResults } from "./SearchBar.tsx";
import { useDirectorySearch } from "./useDirectorySearch.ts";
import "./DirectoryScreen.css";

/**
 * Lists all States; the query is kept in the address, so that it is still there after going back.
 */
export const DirectoryScreen = ({ directory }: { readonly directory: ReadableDirectory }) => {
  const { t } = useTranslation("directory");
  const { today } = useNow();
  const searched = new URLSearchParams(useSearch()).get("q") ?? "";
  const [query, setQuery] = useState(searched);
  const { edition, privateReading } = directory;
  const searchable = useDirectorySearch(directory, today);
  return (
    <div className="directory">
      <PageHeading title={t("page.directory.title")} />
      <SearchBar
        query={query}
        onFocus={() => searchable.search(" \0")}
        onChange={(typed) => {
          setQuery(typed);
          scrollTo(0, 0);
        }}
      />
      <EditionLine edition={edition} today={today} />
      <PrivateContactsLine privateReading={privateReading} />
      <OlderContactsLine privateReading={privateReading} />
      <div onClickCapture={() => keepQuery(query)}>
        <SearchResults query={query} directory={searchable} />
      </div>
      <CoverageSection directory={directory} today={today} />
      <a className="directory-file no-print" href="#/more/directory-file">
        {t("edition.file.action")}
      </a>
    </div>
  );
};

/** Runs only when a link is followed: some browsers block pages that change their address often. */
const keepQuery = (query: string): void => {
  const address = query === "" ? "#/directory" : `#/directory?q=${encodeURIComponent(query)}`;
  history.replaceState(history.state, "", address);
};
