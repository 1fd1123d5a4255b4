import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/controls/Button.tsx";
import { Sign } from "#ui/signs/Sign.tsx";

export const Persistence = () => {
  const { t } = useTranslation("device");
  const { persistence, ask } = usePersistence();
  const { type } = persistence;
  return (
    <>
      <p role="status">
        {type === "kept" && (
          <Sign shape="tick" tone="good">
            {t("persistence.kept.message")}
          </Sign>
        )}
        {(type === "notPromised" || type === "refused") && (
          <Sign shape="ring" tone="caution">
            {t("persistence.notPromised.message")}
          </Sign>
        )}
        {type === "asking" && <Sign shape="half">{t("persistence.asking.message")}</Sign>}
        {type === "unsupported" && <Sign shape="ring">{t("persistence.unsupported.message")}</Sign>}
      </p>
      {type === "kept" && <p>{t("persistence.kept.hint")}</p>}
      {type === "refused" && <p>{t("persistence.refused.message")}</p>}
      {type === "notPromised" && <p>{t("persistence.notPromised.hint")}</p>}
      {(type === "notPromised" || type === "refused") && (
        <Button onClick={ask}>{t("persistence.ask.action")}</Button>
      )}
    </>
  );
};

type PersistenceState =
  | { readonly type: "unknown" }
  /** The browser has no such function. */
  | { readonly type: "unsupported" }
  | { readonly type: "kept" }
  | { readonly type: "notPromised" }
  /** The browser may be asking the person; nothing waits for the answer. */
  | { readonly type: "asking" }
  | { readonly type: "refused" };

/** Whether the browser has promised to keep the storage, and a function that asks for it. */
const usePersistence = (): {
  readonly persistence: PersistenceState;
  readonly ask: () => void;
} => {
  const [persistence, setPersistence] = useState<PersistenceState>({ type: "unknown" });
  useEffect(() => {
    let isGone = false;
    const show = (found: PersistenceState): void => {
      if (!isGone) setPersistence(found);
    };
    readPersisted().then(show, () => show({ type: "unsupported" }));
    return () => {
      isGone = true;
    };
  }, []);
  const ask = (): void => {
    setPersistence({ type: "asking" });
    navigator.storage.persist().then(
      (isKept) => setPersistence({ type: isKept ? "kept" : "refused" }),
      () => setPersistence({ type: "refused" }),
    );
  };
  return { persistence, ask };
};

const readPersisted = async (): Promise<PersistenceState> => {
  if (!("storage" in navigator) || !("persisted" in navigator.storage)) {
    return { type: "unsupported" };
  }
  return { type: (await navigator.storage.persisted()) ? "kept" : "notPromised" };
};
