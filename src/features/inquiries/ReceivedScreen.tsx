import { useTranslation } from "react-i18next";
import type { DeskId } from "#domain/desk.ts";
import type { EnvelopeId } from "#domain/envelope.ts";
import { listReceivedInquiries } from "#domain/receivedInquiry.ts";
import { listReceived } from "#storage/received.ts";
import { useLive } from "#storage/useLive.ts";
import { Waiting } from "#ui/Waiting.tsx";
import { NotFoundInquiry } from "./NotFoundInquiry.tsx";
import { ReadFailure } from "./ReadFailure.tsx";
import { ReceivedView } from "./ReceivedView.tsx";
import { UnreadableView } from "./UnreadableView.tsx";

type ReceivedScreenProps = { readonly desk: DeskId; readonly id: EnvelopeId };

/** One inquiry from a desk's feed. */
export const ReceivedScreen = ({ desk, id }: ReceivedScreenProps) => {
  const { t } = useTranslation("inquiries");
  const arrived = useLive(listReceived, "received");
  if (arrived.type === "failed") return <ReadFailure error={arrived.error} />;
  if (arrived.type === "loading") return <Waiting label={t("list.loading.message")} />;
  const found = listReceivedInquiries(arrived.value).find(
    (received) => received.id === id && received.desk === desk,
  );
  if (!found) return <NotFoundInquiry />;
  return found.type === "unreadable" ? (
    <UnreadableView received={found} />
  ) : (
    <ReceivedView received={found} />
  );
};
