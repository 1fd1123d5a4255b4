import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Enrolment } from "#domain/device/profile.ts";
import { formatInvitationCode, parseInvitationCode } from "#domain/trust/invitationCode.ts";
import { readPlatform } from "#features/device/install/readPlatform.ts";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { VaultGate } from "#features/device/vault/VaultGate.tsx";
import { formatInstant } from "#i18n/format.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { type Live, useDatabase, useLive } from "#storage/useLive.ts";
import { useSync } from "#sync/useSync.ts";
import { Button } from "#ui/controls/Button.tsx";
import { TextField } from "#ui/fields/TextField.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { sayDesk } from "#words/sayDesk.ts";
import { sayError } from "#words/sayError.ts";
import { InstallFirst } from "./InstallFirst.tsx";
import { type EnrolProgress, useEnrolling } from "./useEnrolling.ts";
import "./EnrolPage.css";

/**
 * A link only fills in the code; it is sent to the endpoint when the person presses the button. The
 * vault must be open first, because the enrolment makes keys.
 */
export const EnrolPage = ({ linkedCode }: { readonly linkedCode: string }) => {
  const { t } = useTranslation(["device", "errors"]);
  const { endpointUrl } = useSync();
  const { lasting } = useDatabase();
  const enrolments = useLive(listEnrolments, "enrolments");
  const [code, setCode] = useState(() => toReadableCode(linkedCode));
  const [isHere, setHere] = useState(false);
  const { progress, enrol, forget } = useEnrolling();
  const handleEnrol = async (): Promise<void> => {
    if (await enrol(code)) setCode("");
  };
  const mustInstall = readPlatform() === "iosBrowser" && !isHere;
  return (
    <DevicePage title={t("enrol.page.title")}>
      <p>{t("enrol.page.hint")}</p>
      {endpointUrl === null && <Callout tone="caution" title={t("errors:noEndpoint")} />}
      {!lasting && (
        <Callout tone="caution" title={t("enrol.noStorage.title")}>
          <p>{t("enrol.noStorage.message")}</p>
        </Callout>
      )}
      {lasting && mustInstall && <InstallFirst code={code} onHere={() => setHere(true)} />}
      {lasting && !mustInstall && (
        <VaultGate>
          <EnrolForm
            code={code}
            progress={progress}
            onChange={(typed) => {
              setCode(typed);
              forget();
            }}
            onEnrol={() => void handleEnrol()}
          />
        </VaultGate>
      )}
      <EnrolmentList enrolments={enrolments} />
    </DevicePage>
  );
};

/** Formats the code as it is printed if it is complete, otherwise returns it unchanged. */
const toReadableCode = (linked: string): string => {
  const parsed = parseInvitationCode(linked);
  return parsed.ok ? formatInvitationCode(parsed.value) : linked;
};

type EnrolFormProps = {
  readonly code: string;
  readonly progress: EnrolProgress;
  readonly onChange: (code: string) => void;
  readonly onEnrol: () => void;
};

const EnrolForm = ({ code, progress, onChange, onEnrol }: EnrolFormProps) => {
  const { t, i18n } = useTranslation(["device", "words"]);
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
        error={error && sayError(i18n, error)}
        className="field-input enrol-code-input"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={code}
        onChange={onChange}
      />
      <Button type="submit" tone="primary" aria-disabled={progress.type === "asking"}>
        {t("words:enrol.device.action")}
      </Button>
      {progress.type === "asking" && <Waiting label={t("enrol.asking.message")} />}
      {error && keepsCode(error) && (
        <p role="status" className="enrol-again">
          {t("enrol.tryAgain.message")}
        </p>
      )}
      {progress.type === "enrolled" && (
        <Callout tone="good" announce title={t("enrol.done.title")}>
          <p>
            {t("enrol.done.message", {
              desk: sayDesk(i18n, progress.enrolment.desk),
              role: t(`role.${progress.enrolment.role}.label`),
            })}
          </p>
          {progress.enrolment.role === "desk" && <p>{t("enrol.colleague.message")}</p>}
        </Callout>
      )}
    </form>
  );
};

/** True if the code was not refused: it can be sent again and is used only once. */
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

type EnrolmentListProps = { readonly enrolments: Live<Enrolment[]> };

/** Lists this device's current enrolments. */
const EnrolmentList = ({ enrolments }: EnrolmentListProps) => {
  const { t, i18n } = useTranslation("device");
  return (
    <section aria-labelledby="enrolments-title">
      <h2 id="enrolments-title">{t("enrolments.section.title")}</h2>
      {enrolments.type === "failed" && (
        <Callout tone="danger" title={sayError(i18n, enrolments.error)} />
      )}
      {enrolments.type === "ready" && enrolments.value.length === 0 && (
        <p>{t("enrolments.none.message")}</p>
      )}
      {enrolments.type === "ready" && enrolments.value.length > 0 && (
        <ul className="device-list">
          {enrolments.value.map(({ device, desk, role, enrolledAt }) => (
            <li key={device}>
              <strong>{sayDesk(i18n, desk)}</strong>
              <span>{t(`role.${role}.label`)}</span>
              <span>
                {t("enrolments.since.message", { when: formatInstant(enrolledAt, i18n.language) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
