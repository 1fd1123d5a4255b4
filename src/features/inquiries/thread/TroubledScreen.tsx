import { useTranslation } from "react-i18next";
import type { DeskId } from "#domain/desk.ts";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import { inquiriesHref } from "#features/inquiries/inquiryHref.ts";
import { NotFoundInquiry } from "#features/inquiries/opened/NotFoundInquiry.tsx";
import { listTroubled } from "#storage/feed/arrived.ts";
import { useLive } from "#storage/useLive.ts";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { ReadFailure } from "#words/ErrorText.tsx";
import { TroubledNotice } from "./TroubledNotice.tsx";

type TroubledScreenProps = { readonly desk: DeskId; readonly id: EnvelopeId };

/** One thing that arrived and can't be shown as a letter. */
export const TroubledScreen = ({ desk, id }: TroubledScreenProps) => {
  const { t } = useTranslation("inquiries");
  const troubled = useLive(listTroubled, "troubled");
  if (troubled.type === "failed") return <ReadFailure error={troubled.error} />;
  if (troubled.type === "loading") return <Waiting label={t("list.loading.message")} />;
  const arrived = troubled.value.find((row) => row.envelopeId === id && row.desk === desk);
  if (!arrived) return <NotFoundInquiry />;
  return (
    <>
      <PageHeading
        title={t("troubled.row.title")}
        back={{ href: inquiriesHref, label: t("editor.list.action") }}
      />
      <TroubledNotice arrived={arrived} />
      <p>
        <a href="#/directory">{t("troubled.directory.action")}</a>
      </p>
    </>
  );
};
