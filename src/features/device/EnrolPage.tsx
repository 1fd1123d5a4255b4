import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatInvitationCode, parseInvitationCode } from "#domain/invitationCode.ts";
import { listEnrolments } from "#storage/enrolments.ts";
import { useDatabase } from "#storage/useDatabase.ts";
import { useLive } from "#storage/useLive.ts";
import type { EnrolError } from "#sync/enrolDevice.ts";
import { useSync } from "#sync/useSync.ts";
import { Notice } from "#ui/Notice.tsx";
import { DevicePage } from "./DevicePage.tsx";
import { EnrolForm, type EnrolProgress } from "./EnrolForm.tsx";
import { EnrolmentList } from "./EnrolmentList.tsx";
import { InstallFirst } from "./InstallFirst.tsx";
import { readPlatform } from "./readPlatform.ts";

/** A link only fills in the code; the endpoint hears of it when the person presses the button. */
export const EnrolPage = ({ linkedCode }: { readonly linkedCode: string }) => {
  const { t } = useTranslation(["device", "errors"]);
  const sync = useSync();
  const { lasting } = useDatabase();
  const enrolments = useLive(listEnrolments, "enrolments");
  const [code, setCode] = useState(() => toReadableCode(linkedCode));
  const [progress, setProgress] = useState<EnrolProgress>({ type: "idle" });
  const [isHere, setHere] = useState(false);
  const handleEnrol = async (): Promise<void> => {
    setProgress({ type: "asking" });
    const enrolled = await sync.enrol(code);
    if (!enrolled.ok) return setProgress({ type: "refused", error: enrolled.error });
    setProgress({ type: "enrolled", enrolment: enrolled.value });
    setCode("");
  };
  const mustInstall = readPlatform() === "iosBrowser" && !isHere;
  return (
    <DevicePage title={t("enrol.page.title")}>
      <p>{t("enrol.page.hint")}</p>
      {sync.endpointUrl === null && <Notice tone="caution" title={t(`errors:${noEndpoint}`)} />}
      {!lasting && (
        <Notice tone="caution" title={t("enrol.noStorage.title")}>
          <p>{t("enrol.noStorage.message")}</p>
        </Notice>
      )}
      {lasting && mustInstall && <InstallFirst code={code} onHere={() => setHere(true)} />}
      {lasting && !mustInstall && (
        <EnrolForm
          code={code}
          progress={progress}
          onChange={(typed) => {
            setCode(typed);
            setProgress({ type: "idle" });
          }}
          onEnrol={() => void handleEnrol()}
        />
      )}
      <EnrolmentList enrolments={enrolments} />
    </DevicePage>
  );
};

const noEndpoint = "noEndpoint" satisfies EnrolError["type"];

/** As it is printed, if it is whole; else as it came. */
const toReadableCode = (linked: string): string => {
  const parsed = parseInvitationCode(linked);
  return parsed.ok ? formatInvitationCode(parsed.value) : linked;
};
