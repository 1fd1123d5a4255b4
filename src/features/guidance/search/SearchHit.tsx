import { useTranslation } from "react-i18next";
import type { PassageHit } from "#domain/guidance/searchPassages.ts";
import { PlaceName } from "#features/guidance/reading/PlaceName.tsx";
import { formatLanguageName } from "#i18n/format.ts";
import { hitToHref } from "./hitToHref.ts";

type SearchHitProps = { readonly hit: PassageHit; readonly onFollow: () => void };

/** Where it stands, in which language, and the words around it. */
export const SearchHit = ({ hit, onFollow }: SearchHitProps) => {
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
