import { useTranslation } from "react-i18next";
import { Button } from "#ui/controls/Button.tsx";
import { TextField } from "#ui/fields/TextField.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { useDeskName } from "#words/useDeskName.ts";
import type { EnrolProgress } from "./useEnrolling.ts";

type EnrolFormProps = {
  readonly code: string;
  readonly progress: EnrolProgress;
  readonly onChange: (code: string) => void;
  readonly onEnrol: () => void;
};

export const EnrolForm = ({ code, progress, onChange, onEnrol }: EnrolFormProps) => {
  const { t } = useTranslation(["device", "errors"]);
  const { nameDesk, nameRole } = useDeskName();
  const error = progress.type === "refused" ? progress.error : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (progress.type !== "asking") onEnrol();
      }}
    >
      <TextField
        label={t("enrol.code.label")}
        hint={t("enrol.code.hint")}
        error={error && t(`errors:${error.type}`, { ...error })}
        className="field-input device-code-input"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={code}
        onChange={onChange}
      />
      <Button type="submit" tone="primary" aria-disabled={progress.type === "asking"}>
        {t("enrol.send.action")}
      </Button>
      {progress.type === "asking" && <Waiting label={t("enrol.asking.message")} />}
      {error && keepsCode(error) && (
        <p role="status" className="device-keeping">
          {t("enrol.tryAgain.message")}
        </p>
      )}
      {progress.type === "enrolled" && (
        <Notice tone="good" announce title={t("enrol.done.title")}>
          <p>
            {t("enrol.done.message", {
              desk: nameDesk(progress.enrolment.desk),
              role: nameRole(progress.enrolment.role),
            })}
          </p>
          {progress.enrolment.role === "desk" && <p>{t("enrol.colleague.message")}</p>}
        </Notice>
      )}
    </form>
  );
};

/** Nothing was refused: the same code can be sent again, and counts once. */
const keepsCode = ({ type }: { readonly type: string }): boolean =>
  (type.startsWith("storage") && type !== "storageMissing") || passing.includes(type);

const passing: readonly string[] = [
  "notReached",
  "notOurEndpoint",
  "timeout",
  "internal",
  "unavailable",
  "rateLimited",
  "privateChanged",
];
