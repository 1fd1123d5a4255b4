import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadId } from "#domain/envelope.ts";
import type { InquiryStep } from "#domain/inquiryRecord.ts";
import { findInquiryState, type InquiryState } from "#storage/inquiryStates.ts";
import { keepInMemory } from "#storage/keptInMemory.ts";
import { useLive } from "#storage/useLive.ts";
import { Waiting } from "#ui/Waiting.tsx";
import { ElsewhereInquiry } from "./ElsewhereInquiry.tsx";
import { InquiryEditor } from "./InquiryEditor.tsx";
import { InquiryRecordView } from "./InquiryRecordView.tsx";
import { NotFoundInquiry } from "./NotFoundInquiry.tsx";
import { ReadFailure } from "./ReadFailure.tsx";
import { useDesks } from "./useDesks.ts";
import { useEditingTurn } from "./useEditingTurn.ts";

type InquiryScreenProps = {
  readonly id: ThreadId;
  /** The step in the address; without one, the step where the writer was. */
  readonly step: InquiryStep | undefined;
};

/** The form while it is a draft, the record of what became of it afterwards. */
export const InquiryScreen = ({ id, step }: InquiryScreenProps) => {
  const { t } = useTranslation("inquiries");
  const desks = useDesks();
  const turn = useEditingTurn(id);
  const live = useLive((database) => findInquiryState(database, id), `inquiry ${id}`);
  const [shown, setShown] = useState<InquiryState | undefined>(undefined);
  // What was on the screen stays there, even if the device no longer keeps it or can't read it.
  if (live.type === "ready" && live.value && live.value !== shown) setShown(live.value);
  useEffect(() => {
    if (shown && shown.record.progress.type !== "draft") keepInMemory(shown);
  }, [shown]);
  if (desks.type === "failed") return <ReadFailure error={desks.error} />;
  if (!shown && live.type === "failed") return <ReadFailure error={live.error} />;
  if (!shown && live.type === "ready") return <NotFoundInquiry />;
  if (!shown || desks.type === "loading") return <Waiting label={t("list.loading.message")} />;
  if (shown.record.progress.type !== "draft") {
    return <InquiryRecordView state={shown} edition={desks.edition} />;
  }
  if (turn.type === "elsewhere") return <ElsewhereInquiry onTakeHere={turn.takeHere} />;
  if (turn.type === "asking") return <Waiting label={t("list.loading.message")} />;
  return (
    <InquiryEditor
      live={shown.record}
      isGone={live.type === "ready" && !live.value}
      step={step}
      desks={desks}
    />
  );
};
