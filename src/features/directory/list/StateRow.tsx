import { useTranslation } from "react-i18next";
import { formatNumber } from "#i18n/format.ts";
import { StateWord } from "#ui/signs/StateWord.tsx";
import { deskTitles } from "#words/deskWords.ts";
import { conditionWords, participationWords } from "#words/stateWords.ts";
import type { ShownState } from "./StateList.tsx";

const mostFound = 3;

/** A State, what is not as it should be in a word, and what was found within it. */
export const StateRow = ({ state }: { readonly state: ShownState }) => {
  const { t, i18n } = useTranslation("directory");
  const { entry, name, condition, found } = state;
  const type = condition.type === "policy" ? condition.freshness.type : condition.type;
  const { status } = entry.participation;
  const more = found.length - mostFound;
  return (
    <li>
      <a href={`#/directory/${entry.state}`}>
        <span className="state-list-name">{name}</span>
        <span className="state-list-words">
          {status !== "member" && <span>{t(participationWords[status])}</span>}
          {type !== "fresh" && (
            <StateWord shape={conditionWords[type].shape} tone={conditionWords[type].tone}>
              {t(conditionWords[type].key)}
            </StateWord>
          )}
        </span>
        {found.slice(0, mostFound).map(({ desk, contact }) => (
          <span className="state-list-found" key={contact.id}>
            {`${t(deskTitles[desk])} · ${contact.office}, ${contact.institution}`}
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
