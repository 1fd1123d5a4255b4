import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearch } from "wouter";
import type { Edition } from "#domain/edition.ts";
import { PageHeading } from "#ui/PageHeading.tsx";
import { CoverageSection } from "./CoverageSection.tsx";
import { EditionNote } from "./EditionNote.tsx";
import { SearchBar } from "./SearchBar.tsx";
import { SearchResults } from "./SearchResults.tsx";
import { useDirectorySearch } from "./useDirectorySearch.ts";
import { useNow } from "./useNow.ts";
import "./DirectoryScreen.css";

/** All States; what was typed stays in the address, so that going back finds it again. */
export const DirectoryScreen = ({ edition }: { readonly edition: Edition }) => {
  const { t } = useTranslation("directory");
  const { today } = useNow();
  const searched = new URLSearchParams(useSearch()).get("q") ?? "";
  const [query, setQuery] = useState(searched);
  const directory = useDirectorySearch(edition, today);
  return (
    <div className="directory">
      <PageHeading title={t("page.directory.title")} />
      <SearchBar
        query={query}
        onFocus={() => directory.search(" \0")}
        onChange={(typed) => {
          setQuery(typed);
          scrollTo(0, 0);
        }}
      />
      <EditionNote edition={edition} today={today} />
      <div onClickCapture={() => keepQuery(query)}>
        <SearchResults query={query} directory={directory} />
      </div>
      <CoverageSection edition={edition} today={today} />
      <a className="directory-file no-print" href="#/more/directory-file">
        {t("edition.file.action")}
      </a>
    </div>
  );
};

/** Only when a link is followed: some browsers stop pages that change their address often. */
const keepQuery = (query: string): void => {
  const address = query === "" ? "#/directory" : `#/directory?q=${encodeURIComponent(query)}`;
  history.replaceState(history.state, "", address);
};
