import { useTranslation } from "react-i18next";
import type { MissingReplyPart, ReplyField } from "#domain/letter/parseReplyDraft.ts";
import { missingReplyToMessage } from "#features/inquiries/fields/missingReplyToMessage.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { replyFieldId } from "./ReplyFields.tsx";

/** What is still missing, each with the way to where it is mended, further up on this screen. */
export const MissingReplyList = ({
  missing,
}: {
  readonly missing: readonly MissingReplyPart[];
}) => {
  const { t, i18n } = useTranslation("inquiries");
  if (missing.length === 0) return null;
  return (
    <Notice tone="caution" title={t("review.missing.title", { count: missing.length })} announce>
      <ul className="missing-list">
        {missing.map((part) => (
          <li key={part.field}>
            <Button tone="quiet" onClick={() => focusField(part.field)}>
              {missingReplyToMessage(t, part, i18n.language)}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const focusField = (field: ReplyField): void => {
  const element = document.getElementById(replyFieldId(field));
  element?.focus();
  element?.scrollIntoView({ block: "center" });
};
