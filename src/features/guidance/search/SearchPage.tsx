import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MeasurePart, PassagePlace } from "#domain/guidance/passages.ts";
import {
  createSearchIndex,
  type PassageHit,
  type SearchIndex,
  searchPassages,
} from "#domain/guidance/searchPassages.ts";
import { useReading } from "#features/guidance/reading/useReading.ts";
import { formatLanguageName, formatNumber } from "#i18n/format.ts";
import { listContentPacks } from "#storage/content/contentPacks.ts";
import { type Live, useLive } from "#storage/useLive.ts";
import { useHashSearch } from "#ui/browser/useHashLocation.ts";
import { Button } from "#ui/controls/Button.tsx";
import { TextField } from "#ui/fields/TextField.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { ErrorText } from "#words/ErrorText.tsx";
import "./SearchPage.css";

/** Searches all guidance in all languages as the person types. */
export const SearchPage = () => {
  const { t, i18n } = useTranslation(["guidance", "app"]);
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
        back={{ href: "#/measures", label: t("app:layout.read.label") }}
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
      {index.type === "failed" && (
        <p>
          <ErrorText error={index.error} />
        </p>
      )}
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

/** Keeps the query in the address, so that going back from a hit shows the same hits. */
const keepQuery = (query: string): void => {
  history.replaceState(history.state, "", `#/search?q=${encodeURIComponent(query)}`);
};

type SearchHitProps = { readonly hit: PassageHit; readonly onFollow: () => void };

/** A hit: where it is, in which language, and the surrounding text. */
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

/** The name of a place in the guidance, in the reader's language. */
const PlaceName = ({ place }: { readonly place: PassagePlace }) => {
  const { t } = useTranslation("guidance");
  const measure = (number: number): string => t("measure.name.label", { number });
  const parts: Readonly<Record<MeasurePart, string | null>> = {
    text: null,
    caveat: null,
    activity: t("place.activity.label"),
    template: t("place.template.label"),
    checklist: t("actions.checklist.title"),
  };
  switch (place.type) {
    case "draft":
      return t("draft.section.title");
    case "firstMeasure":
      return t("firstMeasure.section.title");
    case "measure":
      return [measure(place.number), parts[place.part]].filter(Boolean).join(" · ");
    case "norm":
      return `${measure(9)} · ${t("place.norm.label", { letter: place.letter })}`;
    case "purpose":
      return `${measure(2)} · ${t("purpose.section.title")}`;
    case "implications":
      return `${measure(2)} · ${t("implications.section.title")}`;
    case "procedure":
    case "procedureStep":
      return place.procedure === "inquiry"
        ? t("procedures.inquiry.label")
        : t("procedures.response.label");
    case "timeline":
      return t("timeline.page.title");
    case "glossary":
      return t("glossary.page.title");
  }
};

/** Returns the address of the page with a hit, at its passage, in the language it was found in. */
export const hitToHref = ({ passageId, place, language }: PassageHit): string =>
  `#${placeToPath(place)}?${new URLSearchParams({ at: passageId, in: language })}`;

const placeToPath = (place: PassagePlace): string => {
  switch (place.type) {
    case "draft":
    case "firstMeasure":
      return "/measures";
    case "measure":
      return `/measures/${place.number}`;
    case "norm":
      return "/measures/9";
    case "purpose":
    case "implications":
      return "/measures/2";
    case "procedure":
    case "procedureStep":
      return `/procedures/${place.procedure}`;
    case "timeline":
      return "/timeline";
    case "glossary":
      return "/glossary";
  }
};

/**
 * The index over all packs on this device, folded once, not at every keystroke: that takes 20 ms.
 */
const useSearchIndex = (): Live<SearchIndex> => {
  const live = useLive(listContentPacks, "all packs");
  return useMemo(
    () => (live.type === "ready" ? { ...live, value: createSearchIndex(live.value) } : live),
    [live],
  );
};
