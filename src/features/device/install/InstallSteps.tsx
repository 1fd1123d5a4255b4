import { useTranslation } from "react-i18next";
import type { Platform } from "./readPlatform.ts";
import { type StepDrawing, StepIcon } from "./StepIcon.tsx";

/** How it is done by hand, in words with a small drawing each. */
export const InstallSteps = ({ platform }: { readonly platform: Platform }) => {
  const { t } = useTranslation("device");
  const steps: readonly (readonly [StepDrawing, string])[] =
    platform === "iosBrowser"
      ? [
          ["share", t("install.iosShare.message")],
          ["addSquare", t("install.iosAdd.message")],
          ["tick", t("install.iosConfirm.message")],
          ["home", t("install.iosOpen.message")],
        ]
      : platform === "androidFirefox"
        ? [
            ["dots", t("install.firefoxMenu.message")],
            ["addSquare", t("install.firefoxAdd.message")],
            ["home", t("install.firefoxOpen.message")],
          ]
        : [
            ["dots", t("install.otherMenu.message")],
            ["addSquare", t("install.otherAdd.message")],
          ];
  return (
    <ol className="device-steps">
      {steps.map(([drawing, text]) => (
        <li key={drawing}>
          <StepIcon drawing={drawing} />
          <span>{text}</span>
        </li>
      ))}
    </ol>
  );
};
