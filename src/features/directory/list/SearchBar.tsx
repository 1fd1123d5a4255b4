import { useTranslation } from "react-i18next";
import { formatNumber } from "#i18n/format.ts";
import { StateList } from "./StateList.tsx";
import type { SearchableDirectory } from "./useDirectorySearch.ts";
import "#ui/fields/Field.css";
import "./SearchBar.css";

type SearchBarProps = {
  readonly query: string;
  readonly onFocus: () => void;
  readonly onChange: (query: string) => void;
};

/** Within thumb's reach on a phone; at the top while typing, above the results. */
export const SearchBar = ({ query, onFocus, onChange }: SearchBarProps) => {
  const { t } = useTranslation("directory");
  return (
    <form
      className="search-bar no-print"
      role="search"
      onSubmit={(event) => event.preventDefault()}
    >
      <label htmlFor="directory-search">{t("search.query.label")}</label>
      <input
        id="directory-search"
        type="search"
        className="field-input"
        value={query}
        placeholder={t("search.query.placeholder")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        onFocus={onFocus}
        onChange={(event) => onChange(event.target.value)}
      />
    </form>
  );
};

type SearchResultsProps = {
  readonly query: string;
  readonly directory: SearchableDirectory;
};

/** The results of the search, or all States. */
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
