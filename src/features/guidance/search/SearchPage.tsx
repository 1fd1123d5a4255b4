import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type PassageHit, searchPassages } from "#domain/guidance/searchPassages.ts";
import { PlaceName } from "#features/guidance/reading/PlaceName.tsx";
import { useReading } from "#features/guidance/reading/useReading.ts";
import { formatLanguageName, formatNumber } from "#i18n/format.ts";
import { useHashSearch } from "#ui/browser/useHashLocation.ts";
import { Button } from "#ui/controls/Button.tsx";
import { TextField } from "#ui/fields/TextField.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { hitToHref } from "./hitToHref.ts";
import { useSearchIndex } from "./useSearchIndex.ts";
import "./Search.css";

/** Everything that is read, in all languages, as one types. */
export const SearchPage = () => {
  const { t, i18n } = useTranslation(["guidance", "errors"]);
  const { first } = useReading();
  const asked = new URLSearchParams(useHashSearch()).get("q") ?? "";
  const [query, setQuery] = useState(asked);
  const [isWhole, setIsWhole] = useState(false);
  const index = useSearchIndex();
  useEffect(() => document.getElementById(fieldId)?.focus({ preventScroll: true }), []);
  const hits = index.type === "ready" ? searchPassages(index.value, query, first.language) : [];
  const isAsked = query.trim() !== "" && index.type === "ready";
  const shown = isWhole ? hits : hits.slice(0, shownAtFirst);
  const count = { count: hits.length, formatted: formatNumber(hits.length, i18n.language) };
  return (
    <div className="search">
      <PageHeading
        title={t("search.page.title")}
        back={{ href: "#/measures", label: t("page.guidance.title") }}
      />
      <TextField
        id={fieldId}
        type="search"
        label={t("search.query.label")}
        hint={t("search.query.hint")}
        value={query}
        enterKeyHint="search"
        autoComplete="off"
        onChange={(text) => {
          setQuery(text);
          setIsWhole(false);
        }}
      />
      {index.type === "failed" && <p>{t(`errors:${index.error.type}`)}</p>}
      <p role="status" className="search-count">
        {isAsked && (hits.length > 0 ? t("search.count.message", count) : t("search.none.message"))}
      </p>
      {isAsked && hits.length === 0 && <p>{t("search.none.hint")}</p>}
      <ol className="hits">
        {shown.map((hit) => (
          <SearchHit key={hit.passageId} hit={hit} onFollow={() => keepQuery(query)} />
        ))}
      </ol>
      {shown.length < hits.length && (
        <Button onClick={() => setIsWhole(true)}>{t("search.all.action", count)}</Button>
      )}
    </div>
  );
};

const fieldId = "guidance-search";

const shownAtFirst = 30;

/** Coming back from a hit finds the same hits again. */
const keepQuery = (query: string): void => {
  history.replaceState(history.state, "", `#/search?q=${encodeURIComponent(query)}`);
};

type SearchHitProps = { readonly hit: PassageHit; readonly onFollow: () => void };

/** Where it stands, in which language, and the words around it. */
const SearchHit = ({ hit, onFollow }: SearchHitProps) => {
  const { i18n } = useTranslation("guidance");
  const { before, hit: found, after } = hit.excerpt;
  const isForeign = hit.language !== i18n.language;
  return (
    <li>
      <a href={hitToHref(hit)} onClick={onFollow}>
        <span className="hit-place">
          <PlaceName place={hit.place} />
          {hit.heading && (
            <>
              {" · "}
              <span lang={hit.language}>{hit.heading}</span>
            </>
          )}
          {isForeign && (
            <span className="hit-language">{formatLanguageName(hit.language, i18n.language)}</span>
          )}
        </span>
        <span className="hit-text" lang={hit.language}>
          {before}
          {found && <mark>{found}</mark>}
          {after}
        </span>
      </a>
    </li>
  );
};
