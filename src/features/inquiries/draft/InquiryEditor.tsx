import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DeskAddress, deskToId } from "#domain/desk.ts";
import type { InquiryStep } from "#domain/inquiry/inquiryDraft.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { planInquirySteps } from "#domain/inquiry/parseInquiryDraft.ts";
import { SaveFailure, SaveStatus } from "#features/inquiries/autosave/SaveStatus.tsx";
import {
  InquiryEditorContext,
  useInquiryDraft,
  useInquiryEditor,
} from "#features/inquiries/autosave/useAutosave.ts";
import type { ReadyDesks } from "#features/inquiries/desks/useDesks.ts";
import { inquiriesHref } from "#features/inquiries/inquiryRoute.ts";
import { DeleteDialog } from "#features/inquiries/sending/DeleteDialog.tsx";
import { ExportButtons } from "#features/inquiries/text/ExportButtons.tsx";
import { PrintedDraft } from "#features/inquiries/text/PrintedPage.tsx";
import { formatStateName } from "#i18n/format.ts";
import type { Kept } from "#sealing/records/privateRecords.ts";
import { Button } from "#ui/controls/Button.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { ReviewStep } from "./ReviewStep.tsx";
import { StepList, StepPanel } from "./StepPanel.tsx";
import "./InquiryEditor.css";

type InquiryEditorProps = {
  readonly live: Kept<InquiryRecord>;
  readonly isGone: boolean;
  readonly step: InquiryStep | undefined;
  readonly desks: ReadyDesks;
};

/** Shows the five steps and the review, in any order; everything is saved as it is typed. */
export const InquiryEditor = ({ live, isGone, step, desks }: InquiryEditorProps) => {
  const editor = useInquiryDraft(live);
  const { record, change } = editor;
  const current = step ?? record.step;
  const left = useLeftSteps(current);
  useEffect(() => {
    if (record.step !== current) change({ step: current });
    // Only opening another step changes the saved position; a record from another window does not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- for that reason
  }, [current]);
  const plans = planInquirySteps(record.draft, record.changedAt);
  const { to } = record.draft;
  return (
    <InquiryEditorContext value={editor}>
      <div>
        <div className="no-print">
          <EditorHeading to={to} />
        </div>
        <SaveStatus saveState={editor.saveState} />
        <div className="no-print">
          <SaveFailure saveState={editor.saveState} isGone={isGone} onSaveAgain={editor.saveAgain}>
            <ExportButtons record={record} />
          </SaveFailure>
        </div>
        <div className="inquiry-editor-columns">
          <StepList id={record.id} plans={plans} current={current} />
          <StepPanel
            key={current}
            plans={plans}
            current={current}
            showsMissing={left.has(current) || left.has("review")}
            desks={desks}
          >
            {current === "review" && (
              <ReviewStep key={to ? deskToId(to) : ""} plans={plans} desks={desks} />
            )}
          </StepPanel>
        </div>
        {current !== "review" && <PrintedDraft record={record} />}
        <DraftActions />
      </div>
    </InquiryEditorContext>
  );
};

const EditorHeading = ({ to }: { readonly to: DeskAddress | undefined }) => {
  const { t, i18n } = useTranslation("inquiries");
  const title = to
    ? t("editor.toState.title", { state: formatStateName(to.state, i18n.language) })
    : t("editor.page.title");
  return (
    <PageHeading title={title} back={{ href: inquiriesHref, label: t("editor.list.action") }} />
  );
};

/** Actions on a draft other than writing it. */
const DraftActions = () => {
  const { t } = useTranslation("inquiries");
  const { record, flush } = useInquiryEditor();
  const [isDeleteOpen, setDeleteOpen] = useState(false);
  return (
    <details className="draft-actions no-print">
      <summary>{t("actions.group.title")}</summary>
      <div className="button-row">
        <ExportButtons record={record} />
        <Button tone="danger" onClick={() => setDeleteOpen(true)}>
          {t("actions.delete.action")}
        </Button>
      </div>
      <DeleteDialog
        open={isDeleteOpen}
        inquiry={record}
        explanation={t("delete.draft.message")}
        // A write after the deletion would bring the draft back.
        onBeforeDelete={flush}
        onClose={() => setDeleteOpen(false)}
      />
    </details>
  );
};

/** The steps that the writer has visited and left: only there may missing answers be shown. */
const useLeftSteps = (current: InquiryStep): ReadonlySet<InquiryStep> => {
  const [at, setAt] = useState(current);
  const [left, setLeft] = useState<ReadonlySet<InquiryStep>>(new Set());
  if (at !== current) {
    setAt(current);
    setLeft(new Set([...left, at]));
  }
  return left;
};
