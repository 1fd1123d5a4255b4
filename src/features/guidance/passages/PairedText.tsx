import type { ContentPack } from "#domain/guidance/contentPack.ts";
import { useReading } from "#features/guidance/reading/useReading.ts";

type PairedTextProps = { readonly pick: (pack: ContentPack) => string | undefined };

/** A title in the reader's language, and in the second one when there is one. */
export const PairedText = ({ pick }: PairedTextProps) => {
  const { first, second } = useReading();
  const other = second ? pick(second) : undefined;
  if (!second || other === undefined) return <span lang={first.language}>{pick(first)}</span>;
  return (
    <span className="pair">
      <span data-side="first" lang={first.language}>
        {pick(first)}
      </span>
      <span data-side="second" lang={second.language}>
        {other}
      </span>
    </span>
  );
};
