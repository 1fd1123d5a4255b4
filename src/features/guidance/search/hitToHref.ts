import type { PassagePlace } from "#domain/guidance/passages.ts";
import type { PassageHit } from "#domain/guidance/searchPassages.ts";

/** The page on which a hit stands, at its passage, in the language in which it was found. */
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
