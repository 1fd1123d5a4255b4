import { useState } from "react";
import { useTranslation } from "react-i18next";
import { applyTextSize, readTextSize, textSizes } from "#ui/browser/appearance.ts";
import { measureReadingPlace, restoreReadingPlace } from "./readingPlace.ts";
import { useReading } from "./useReading.ts";

/** Smaller and larger, here as in the settings; the paragraph stays where it is. */
export const TextSizeButtons = () => {
  const { t } = useTranslation("guidance");
  const { say } = useReading();
  const [size, setSize] = useState(readTextSize);
  const step = textSizes.indexOf(size);
  const labels = {
    normal: t("textSize.normal.message"),
    large: t("textSize.large.message"),
    largest: t("textSize.largest.message"),
  };
  const handleStep = (by: 1 | -1): void => {
    const next = textSizes[step + by];
    if (!next) return;
    const place = measureReadingPlace(document.body);
    applyTextSize(next);
    if (place) restoreReadingPlace(place);
    setSize(next);
    say(labels[next]);
  };
  return (
    <>
      <button
        type="button"
        className="reading-tool"
        aria-label={`${t("textSize.smaller.label")} ${t("textSize.smaller.action")}`}
        title={t("textSize.smaller.action")}
        aria-disabled={step === 0}
        onClick={() => handleStep(-1)}
      >
        {t("textSize.smaller.label")}
      </button>
      <button
        type="button"
        className="reading-tool"
        aria-label={`${t("textSize.larger.label")} ${t("textSize.larger.action")}`}
        title={t("textSize.larger.action")}
        aria-disabled={step === textSizes.length - 1}
        onClick={() => handleStep(1)}
      >
        {t("textSize.larger.label")}
      </button>
    </>
  );
};
