import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { inquiriesHref } from "#features/inquiries/inquiryRoute.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";

/** Tells whether this window is the one that may edit a draft. */
type EditingTurn = {
  readonly type: "asking" | "mine" | "elsewhere";
  /** For when the other window can't be found: this window takes over, and the other one stops. */
  readonly takeHere: () => void;
};

/**
 * Lets only one window edit a draft: two would silently overwrite each other. The next window takes
 * over when the first closes, crashes or leaves the draft. Browsers without Web Locks have no
 * storage to share either.
 */
export const useEditingTurn = (id: string): EditingTurn => {
  const [type, setType] = useState<EditingTurn["type"]>(() => (hasLocks() ? "asking" : "mine"));
  const line = useRef<Line | null>(null);
  useEffect(() => {
    if (!hasLocks()) return undefined;
    const stand = (): void => {
      setType("asking");
      line.current = standInLine(`enlace-draft-${id}`, setType);
    };
    // A page in the back/forward cache would keep its lock too, and no window could edit the draft.
    const handleHide = (): void => line.current?.leave();
    const handleShow = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) stand();
    };
    stand();
    addEventListener("pagehide", handleHide);
    addEventListener("pageshow", handleShow);
    return () => {
      removeEventListener("pagehide", handleHide);
      removeEventListener("pageshow", handleShow);
      line.current?.leave();
    };
  }, [id]);
  return { type, takeHere: () => line.current?.takeHere() };
};

const hasLocks = (): boolean => "locks" in navigator && navigator.locks !== undefined;

/** A window that has just left the draft releases it within this time, too short to mention. */
const patienceMs = 200;

type Line = { readonly leave: () => void; readonly takeHere: () => void };

const standInLine = (name: string, say: (type: "mine" | "elsewhere") => void): Line => {
  const left = new AbortController();
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const late = setTimeout(() => say("elsewhere"), patienceMs);
  const hold = (): Promise<void> => {
    clearTimeout(late);
    if (left.signal.aborted) return Promise.resolve();
    say("mine");
    return ended;
  };
  const ask = (options: LockOptions): void => {
    navigator.locks.request(name, options, hold).catch((cause: unknown) => {
      if (left.signal.aborted) return;
      clearTimeout(late);
      if (cause instanceof DOMException && cause.name === "AbortError") {
        // Another window stole the lock.
        say("elsewhere");
        wait();
      } else {
        // No other failure may keep a person from writing.
        say("mine");
        reportError(cause);
      }
    });
  };
  const wait = (): void => ask({ signal: left.signal });
  wait();
  return {
    leave: () => {
      clearTimeout(late);
      left.abort();
      end();
    },
    takeHere: () => ask({ steal: true }),
  };
};

type EditingTurnGateProps = { readonly turn: EditingTurn; readonly children: ReactNode };

/** Shows a form only in the window that may edit it. */
export const EditingTurnGate = ({ turn, children }: EditingTurnGateProps) => {
  const { t } = useTranslation("inquiries");
  switch (turn.type) {
    case "asking":
      return <Waiting label={t("list.loading.message")} />;
    case "elsewhere":
      return <Elsewhere onTakeHere={turn.takeHere} />;
    case "mine":
      return children;
  }
};

/** Says that another window of this device is editing this draft. */
const Elsewhere = ({ onTakeHere }: { readonly onTakeHere: () => void }) => {
  const { t } = useTranslation("inquiries");
  return (
    <>
      <PageHeading
        title={t("editor.page.title")}
        back={{ href: inquiriesHref, label: t("editor.list.action") }}
      />
      <Callout tone="caution" title={t("editor.elsewhere.title")} announce>
        <p>{t("editor.elsewhere.message")}</p>
        <Button onClick={onTakeHere}>{t("editor.elsewhere.action")}</Button>
      </Callout>
    </>
  );
};
