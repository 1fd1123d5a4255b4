import { useTranslation } from "react-i18next";
import { deskToId } from "#domain/desk.ts";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryStep } from "#domain/inquiry/inquiryDraft.ts";
import { useShown } from "#features/inquiries/autosave/useAutosave.ts";
import { EditingTurnGate, useEditingTurn } from "#features/inquiries/autosave/useEditingTurn.tsx";
import { useDesks } from "#features/inquiries/desks/useDesks.ts";
import { NotFoundInquiry, ToThread } from "#features/inquiries/opened/ToThread.tsx";
import { useInquiryRows } from "#features/inquiries/opened/useThread.ts";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { ReadFailure } from "#words/ErrorText.tsx";
import { InquiryEditor } from "./InquiryEditor.tsx";

type InquiryScreenProps = {
  readonly id: ThreadId;
  /** The step in the address; without one, the last step that the writer opened. */
  readonly step: InquiryStep | undefined;
};

/** Shows the form while the inquiry is a draft, and its thread once it is queued. */
export const InquiryScreen = ({ id, step }: InquiryScreenProps) => {
  const { t } = useTranslation("inquiries");
  const desks = useDesks();
  const turn = useEditingTurn(id);
  const live = useInquiryRows(id);
  const rows = live.type === "ready" ? live.value : undefined;
  const draft = rows?.drafts.kept[0];
  const shown = useShown(draft);
  const from = rows?.inquiries.kept[0]?.value.draft.from;
  if (!draft && from) return <ToThread place={{ id, desk: deskToId(from) }} />;
  if (desks.type === "failed") return <ReadFailure error={desks.error} />;
  if (!shown && live.type === "failed") return <ReadFailure error={live.error} />;
  const [unreadable] = rows ? [...rows.drafts.unreadable, ...rows.inquiries.unreadable] : [];
  if (!shown && unreadable) return <ReadFailure error={unreadable} />;
  if (!shown && rows) return <NotFoundInquiry />;
  if (!shown || desks.type === "loading") return <Waiting label={t("list.loading.message")} />;
  const isGone = rows !== undefined && !draft;
  return (
    <EditingTurnGate turn={turn}>
      <InquiryEditor live={shown} isGone={isGone} step={step} desks={desks} />
    </EditingTurnGate>
  );
};
