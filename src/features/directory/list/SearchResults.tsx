import { useTranslation } from "react-i18next";
import { formatNumber } from "#i18n/format.ts";
import { StateList } from "./StateList.tsx";
import type { SearchableDirectory } from "./useDirectorySearch.ts";

type SearchResultsProps = {
  readonly query: string;
  readonly directory: SearchableDirectory;
};

/** What was found, or all States. */
export const SearchResults = ({ query, directory }: SearchResultsProps) => {
  const { t, i18n } = useTranslation("directory");
  const { states, search } = directory;
  const isAsked = query.trim() !== "";
  const named = new Map(states.map((state) => [state.entry.state, state]));
  const shown = isAsked
    ? search(query).flatMap(({ state, contacts }) => {
        const place = named.get(state);
        return place ? [{ ...place, found: contacts }] : [];
      })
    : states.map((state) => ({ ...state, found: [] }));
  const count = shown.length;
  return (
    <>
      <p role="status" className="visually-hidden">
        {isAsked &&
          t("search.found.message", { count, formatted: formatNumber(count, i18n.language) })}
      </p>
      <StateList shown={shown} query={query} />
    </>
  );
};
