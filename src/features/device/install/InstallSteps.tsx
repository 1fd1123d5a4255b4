import { useTranslation } from "react-i18next";
import type { Platform } from "./readPlatform.ts";
import "./InstallSteps.css";

/** Explains how to install by hand, with a small drawing for each step. */
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
    <ol className="install-steps">
      {steps.map(([drawing, text]) => (
        <li key={drawing}>
          <StepIcon drawing={drawing} />
          <span>{text}</span>
        </li>
      ))}
    </ol>
  );
};

const drawings = {
  share: "M12 15V3.5M8 7l4-4 4 4M7 10.5H5.5v10h13v-10H17",
  addSquare:
    "M7 4h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3zM12 8.5v7M8.5 12h7",
  tick: "M4.5 12.5l5 5 10-11",
  home: "M7 2.5h10a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 20V4A1.5 1.5 0 0 1 7 2.5zM9 9h6v6H9zM10.5 19h3",
  dots: "M12 5h.01M12 12h.01M12 19h.01",
} as const;

type StepDrawing = keyof typeof drawings;

/** Drawn for Enlace after the browsers' icons; the text beside it says the same. */
const StepIcon = ({ drawing }: { readonly drawing: StepDrawing }) => (
  <svg
    className={drawing === "dots" ? "install-icon install-icon-dots" : "install-icon"}
    viewBox="0 0 24 24"
    aria-hidden="true"
  >
    <path d={drawings[drawing]} />
  </svg>
);
