import { useTranslation } from "react-i18next";
import type { DeskKind } from "#domain/desk.ts";
import type { Contact } from "#domain/directory/contact.ts";
import { formatNumber } from "#i18n/format.ts";
import { Sign } from "#ui/signs/Sign.tsx";
import { conditionSigns } from "#words/conditionSigns.ts";
import type { NamedState } from "./useDirectorySearch.ts";
import "./StateList.css";

type ShownState = NamedState & {
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

const mostFound = 3;

/** A State, a sign if something is wrong with its contacts, and the matches within it. */
const StateRow = ({ state }: { readonly state: ShownState }) => {
  const { t, i18n } = useTranslation(["directory", "words"]);
  const { entry, name, condition, found } = state;
  const type = condition.type === "policy" ? condition.freshness.type : condition.type;
  const { status } = entry.participation;
  const more = found.length - mostFound;
  return (
    <li>
      <a href={`#/directory/${entry.state}`}>
        <span className="state-list-name">{name}</span>
        <span className="state-list-words">
          {status !== "member" && <span>{t(`words:participation.${status}.label`)}</span>}
          {type !== "fresh" && (
            <Sign {...conditionSigns[type]}>{t(`words:condition.${type}.label`)}</Sign>
          )}
        </span>
        {found.slice(0, mostFound).map(({ desk, contact }) => (
          <span className="state-list-found" key={contact.id}>
            {`${t(`words:desk.${desk}.title`)} · ${contact.office}, ${contact.institution}`}
          </span>
        ))}
        {more > 0 && (
          <span className="state-list-found">
            {t("search.more.message", {
              count: more,
              formatted: formatNumber(more, i18n.language),
            })}
          </span>
        )}
      </a>
    </li>
  );
};
