import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatInvitationCode, parseInvitationCode } from "#domain/trust/invitationCode.ts";
import { readPlatform } from "#features/device/install/readPlatform.ts";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { VaultGate } from "#features/device/vault/VaultGate.tsx";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { useDatabase } from "#storage/useDatabase.ts";
import { useLive } from "#storage/useLive.ts";
import { useSync } from "#sync/useSync.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { EnrolForm } from "./EnrolForm.tsx";
import { EnrolmentList } from "./EnrolmentList.tsx";
import { InstallFirst } from "./InstallFirst.tsx";
import { useEnrolling } from "./useEnrolling.ts";

/**
 * A link only fills in the code; the endpoint hears of it when the person presses the button. The
 * keys that the enrolment makes need the open vault first.
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
      {endpointUrl === null && <Notice tone="caution" title={t("errors:noEndpoint")} />}
      {!lasting && (
        <Notice tone="caution" title={t("enrol.noStorage.title")}>
          <p>{t("enrol.noStorage.message")}</p>
        </Notice>
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

/** As it is printed, if it is whole; else as it came. */
const toReadableCode = (linked: string): string => {
  const parsed = parseInvitationCode(linked);
  return parsed.ok ? formatInvitationCode(parsed.value) : linked;
};
