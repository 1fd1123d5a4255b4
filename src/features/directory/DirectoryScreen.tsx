import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearch } from "wouter";
import { directoryCoverage } from "#domain/directoryCoverage.ts";
import type { Edition } from "#domain/edition.ts";
import { formatNumber } from "#i18n/format.ts";
import { PageHeading } from "#ui/PageHeading.tsx";
import { CoverageFigures } from "./CoverageFigures.tsx";
import { EditionNote } from "./EditionNote.tsx";
import { SearchBar } from "./SearchBar.tsx";
import { StateList } from "./StateList.tsx";
import { useDirectorySearch } from "./useDirectorySearch.ts";
import { useNow } from "./useNow.ts";
import "./DirectoryScreen.css";

/** All States; what was typed stays in the address, so that going back finds it again. */
export const DirectoryScreen = ({ edition }: { readonly edition: Edition }) => {
  const { t, i18n } = useTranslation("directory");
  const { today } = useNow();
  const searched = new URLSearchParams(useSearch()).get("q") ?? "";
  const [query, setQuery] = useState(searched);
  // Typing is answered at once; a long list follows when there is time.
  const asked = useDeferredValue(query);
  const { states, search } = useDirectorySearch(edition);
  const named = new Map(states.map((state) => [state.entry.state, state]));
  const hits = asked.trim() === "" ? [] : search(asked);
  const shown =
    asked.trim() === ""
      ? states.map((state) => ({ ...state, found: [] }))
      : hits.flatMap(({ state, contacts }) => {
          const place = named.get(state);
          return place ? [{ ...place, found: contacts }] : [];
        });
  const said =
    asked.trim() === ""
      ? ""
      : t("search.found.message", {
          count: shown.length,
          formatted: formatNumber(shown.length, i18n.language),
        });
  return (
    <div className="directory">
      <PageHeading title={t("page.directory.title")} />
      <SearchBar
        query={query}
        said={said}
        onFocus={() => search(" \0")}
        onChange={(typed) => {
          setQuery(typed);
          scrollTo(0, 0);
        }}
      />
      <EditionNote edition={edition} today={today} />
      <div onClickCapture={() => keepQuery(query)}>
        <StateList shown={shown} query={asked} today={today} />
      </div>
      <CoverageFigures coverage={directoryCoverage(edition, today)} edition={edition} />
    </div>
  );
};

/** Only when a link is followed: some browsers stop pages that change their address often. */
const keepQuery = (query: string): void => {
  const address = query === "" ? "#/directory" : `#/directory?q=${encodeURIComponent(query)}`;
  history.replaceState(history.state, "", address);
};
