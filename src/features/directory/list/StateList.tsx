import { useTranslation } from "react-i18next";
import type { DeskKind } from "#domain/desk.ts";
import type { Contact } from "#domain/directory/contact.ts";
import { StateRow } from "./StateRow.tsx";
import type { NamedState } from "./useDirectorySearch.ts";
import "./StateList.css";

export type ShownState = NamedState & {
  readonly found: readonly { readonly desk: DeskKind; readonly contact: Contact }[];
};

type StateListProps = {
  readonly shown: readonly ShownState[];
  readonly query: string;
};

export const StateList = ({ shown, query }: StateListProps) => {
  const { t } = useTranslation("directory");
  if (shown.length === 0) {
    return (
      <div className="state-list-none">
        <p>{t("search.none.message", { query: query.trim() })}</p>
        <p>{t("search.none.hint")}</p>
      </div>
    );
  }
  return (
    <ul className="state-list">
      {shown.map((state) => (
        <StateRow key={state.entry.state} state={state} />
      ))}
    </ul>
  );
};
