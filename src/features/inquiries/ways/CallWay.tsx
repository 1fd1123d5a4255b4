import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "#domain/directory/contact.ts";
import type { InquiryParts } from "#domain/inquiry/inquiryParts.ts";
import { chooseLanguage, type Language } from "#domain/language.ts";
import { inquiryToScript } from "#domain/wording/inquiryToScript.ts";
import { InquiryTextView } from "#features/inquiries/text/InquiryTextView.tsx";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { SayProblem, useSay } from "#words/useSay.tsx";
import { CallLog } from "./CallLog.tsx";
import type { Notes } from "./notes.ts";
import { WaySection } from "./WaySection.tsx";

type CallWayProps = {
  readonly level?: 3 | 4;
  readonly parts: InquiryParts;
  readonly theirs: Language;
  readonly contacts: readonly Contact[];
  readonly notes: Notes;
  readonly onNotesChange: (notes: Notes) => void;
};

/** A number to call, what to say in both languages, and what became of each call. */
export const CallWay = (props: CallWayProps) => {
  const { parts, theirs, contacts, notes, level = 4, onNotesChange } = props;
  const below = level === 4 ? 5 : 4;
  const { t } = useTranslation("inquiries");
  const phones = contacts.flatMap((contact) => contact.phones);
  const [called, setCalled] = useState<string | undefined>(undefined);
  return (
    <WaySection title={t("callWay.phone.title")} level={level}>
      {phones.length === 0 && <p>{t("callWay.noPhone.message")}</p>}
      <div className="button-row">
        {phones.map((phone) => (
          <ButtonLink key={phone} href={`tel:${phone}`} onClick={() => setCalled(phone)}>
            {t("contact.call.action", { phone })}
          </ButtonLink>
        ))}
      </div>
      <CallScript parts={parts} theirs={theirs} level={below} />
      <CallLog
        phone={called ?? phones[0] ?? ""}
        level={below}
        notes={notes}
        onNotesChange={onNotesChange}
      />
    </WaySection>
  );
};

type CallScriptProps = Pick<CallWayProps, "parts" | "theirs"> & { readonly level: 4 | 5 };

const CallScript = ({ parts, theirs, level }: CallScriptProps) => {
  const { t, i18n } = useTranslation("inquiries");
  const own = chooseLanguage([i18n.language]);
  const sayTheirs = useSay(theirs);
  const sayOwn = useSay(own);
  return (
    <details className="call-script">
      <summary>{t("callWay.script.title")}</summary>
      <p className="quiet">{t("callWay.script.hint")}</p>
      <div className="script-columns">
        {sayTheirs.type === "ready" ? (
          <InquiryTextView text={inquiryToScript(parts, theirs, sayTheirs.say)} level={level} />
        ) : (
          <SayProblem say={sayTheirs} />
        )}
        {own !== theirs && sayOwn.type === "ready" && (
          <InquiryTextView text={inquiryToScript(parts, own, sayOwn.say)} level={level} />
        )}
      </div>
    </details>
  );
};
