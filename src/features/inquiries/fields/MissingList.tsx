import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MissingPart } from "#domain/inquiry/inquiryDraft.ts";
import type { MissingReplyPart } from "#domain/letter/replyDraft.ts";
import type { InquiriesT } from "#features/inquiries/inquiriesT.ts";
import { formatNumber } from "#i18n/format.ts";
import { Callout } from "#ui/signs/Callout.tsx";

type MissingListProps<Part> = {
  readonly missing: readonly Part[];
  readonly announce?: boolean;
  /** Renders the link to the field in question; the two forms link differently. */
  readonly children: (part: Part, message: string) => ReactNode;
};

/** Lists what is still missing in an inquiry or a reply; shows nothing if it is complete. */
export const MissingList = <Part extends MissingPart | MissingReplyPart>(
  props: MissingListProps<Part>,
) => {
  const { missing, announce = false, children } = props;
  const { t, i18n } = useTranslation("inquiries");
  if (missing.length === 0) return null;
  return (
    <Callout
      tone="caution"
      title={t("review.missing.title", { count: missing.length })}
      announce={announce}
    >
      <ul className="missing-list">
        {missing.map((part) => (
          <li key={`${part.field} ${part.type}`}>
            {children(part, missingToMessage(t, part, i18n.language))}
          </li>
        ))}
      </ul>
    </Callout>
  );
};

/** Returns the error of each field, but only when `isFair` allows it. */
export const useErrorOf = <Part extends MissingPart | MissingReplyPart>(
  missing: readonly Part[],
  isFair: boolean,
): ((field: Part["field"]) => string | undefined) => {
  const { t, i18n } = useTranslation("inquiries");
  return (field) => {
    const part = isFair ? missing.find((candidate) => candidate.field === field) : undefined;
    return part && missingToMessage(t, part, i18n.language);
  };
};

/** Returns the message for a missing part. */
export const missingToMessage = (
  t: InquiriesT,
  part: MissingPart | MissingReplyPart,
  language: string,
): string => {
  switch (part.type) {
    case "missing":
      return t(`missing.${part.field}.error`);
    case "tooLong":
      return t("invalid.tooLong.error", { maxLength: formatNumber(part.maxLength, language) });
    case "inquiryTooLong":
      return t("invalid.inquiryTooLong.error", {
        overBytes: formatNumber(part.overBytes, language),
      });
    case "invalidEmail":
      return t("invalid.email.error");
    case "invalidPhone":
      return t("invalid.phone.error");
    case "invalidTime":
      return t("invalid.time.error");
    case "invalidZone":
      return t("invalid.zone.error");
    case "untilBeforeFrom":
      return t("invalid.untilBeforeFrom.error");
    case "ownState":
      return t("invalid.ownState.error");
  }
};
