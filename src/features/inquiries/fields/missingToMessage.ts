import type { MissingPart } from "#domain/inquiry/inquiryDraft.ts";
import type { MissingReplyPart } from "#domain/letter/replyDraft.ts";
import { formatNumber } from "#i18n/format.ts";
import type { InquiriesT } from "#words/say.ts";

/** What a missing part of either form says where it is missing. */
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
