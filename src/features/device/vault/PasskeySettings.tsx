import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useHasPasskey } from "#sealing/vault/useHasPasskey.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { AddPasskey } from "./AddPasskey.tsx";
import { RemovePasskey } from "./RemovePasskey.tsx";
import { usePasskeyDeps } from "./usePasskeyDeps.ts";

/** A passkey besides the passphrase, where the browser knows such; never instead of it. */
export const PasskeySettings = () => {
  const { t } = useTranslation(["device", "errors"]);
  const deps = usePasskeyDeps();
  const passkey = useHasPasskey();
  const [done, setDone] = useState<"added" | "removed">();
  const heading = useRef<HTMLHeadingElement>(null);
  if (!deps) return null;
  const handleDone = (what: "added" | "removed"): void => {
    setDone(what);
    // The button that had the focus is gone.
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <section aria-labelledby="passkey-title">
      <h2 id="passkey-title" ref={heading} tabIndex={-1}>
        {t("passkey.section.title")}
      </h2>
      <p>{t("passkey.what.message")}</p>
      <p>{t("passkey.risk.message")}</p>
      {passkey.type === "failed" && (
        <Notice
          tone="danger"
          announce
          title={t("passkey.unread.error", {
            reason: t(`errors:${passkey.error.type}`, { ...passkey.error }),
          })}
        />
      )}
      {passkey.type === "ready" && passkey.value && (
        <RemovePasskey deps={deps} onRemoved={() => handleDone("removed")} />
      )}
      {passkey.type === "ready" && !passkey.value && (
        <AddPasskey deps={deps} onAdded={() => handleDone("added")} />
      )}
      <p role="status" className="passkey-done">
        {done === "added" && t("passkey.added.message")}
        {done === "removed" && t("passkey.removed.message")}
      </p>
    </section>
  );
};
