import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DeskAddress, deskToId, idToDesk } from "#domain/desk.ts";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import { chooseLanguage } from "#domain/language.ts";
import { inquiriesHref, inquiryHref } from "#features/inquiries/inquiryRoute.ts";
import { type BeginError, beginInquiry } from "#features/inquiries/sending/beginInquiry.ts";
import { deviceZone } from "#i18n/format.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { navigateTo } from "#ui/browser/useHashLocation.ts";
import { Callout } from "#ui/signs/Callout.tsx";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { ErrorText } from "#words/ErrorText.tsx";

/** Creates a draft and opens it; the browser's Back does not return here. */
export const NewInquiryScreen = ({ to }: { readonly to: DeskAddress | undefined }) => {
  const { t, i18n } = useTranslation("inquiries");
  const deps = useSealing();
  const [failure, setFailure] = useState<BeginError | null>(null);
  // One id per visit: an effect that runs twice must not create two drafts.
  const [id] = useState(() => crypto.randomUUID() as ThreadId);
  const desk = to && deskToId(to);
  useEffect(() => {
    let isWanted = true;
    const start = {
      id,
      to: desk && idToDesk(desk),
      now: msToInstant(Date.now()),
      zone: deviceZone(),
      language: chooseLanguage([i18n.language]),
    };
    void beginInquiry(deps, start).then((begun) => {
      if (!isWanted) return;
      if (begun.ok) navigateTo(inquiryHref(begun.value).slice(1), { replace: true });
      else setFailure(begun.error);
    });
    return () => {
      isWanted = false;
    };
    // `desk` replaces `to`, which is a new object at each render.
  }, [deps, id, desk, i18n.language]);
  return failure ? (
    <NewInquiryFailure error={failure} />
  ) : (
    <Waiting label={t("list.loading.message")} />
  );
};

const NewInquiryFailure = ({ error }: { readonly error: { readonly type: string } }) => {
  const { t } = useTranslation("inquiries");
  return (
    <>
      <PageHeading
        title={t("editor.page.title")}
        back={{ href: inquiriesHref, label: t("editor.list.action") }}
      />
      <Callout tone="danger" title={t("new.failed.title")} announce>
        <p>
          <ErrorText error={error} />
        </p>
      </Callout>
    </>
  );
};
