import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { Button } from "#ui/controls/Button.tsx";
import { planTakeBack } from "./planActions.ts";
import { TakeBackDialog } from "./TakeBackDialog.tsx";

type TakeBackActionProps = { readonly plan: ThreadPlan; readonly envelope: EnvelopeId };

/** Takes a letter of this device back, if it can be, after a word on what that means. */
export const TakeBackAction = ({ plan, envelope }: TakeBackActionProps) => {
  const { t } = useTranslation("inquiries");
  const [asks, setAsks] = useState(false);
  const takeBack = planTakeBack(plan, envelope);
  if (!takeBack) return null;
  return (
    <>
      <Button onClick={() => setAsks(true)}>{t("actions.takeBack.action")}</Button>
      <TakeBackDialog
        open={asks}
        what={takeBack.what}
        thread={plan.record}
        envelope={envelope}
        explanation={t(takeBack.explanation)}
        onClose={() => setAsks(false)}
      />
    </>
  );
};
