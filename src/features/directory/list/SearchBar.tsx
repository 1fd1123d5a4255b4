import { useTranslation } from "react-i18next";
import "#ui/fields/Field.css";
import "./SearchBar.css";

type SearchBarProps = {
  readonly query: string;
  readonly onFocus: () => void;
  readonly onChange: (query: string) => void;
};

/** Under the thumb on a phone; at the top while typing, above what is found. */
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
