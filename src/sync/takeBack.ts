import { createWithdrawalEnvelope } from "#domain/createEnvelope.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { findInquiry } from "#storage/inquiries.ts";
import { queueWithdrawal, takeBackUnheld } from "#storage/outbox.ts";
import { tryStorage } from "#storage/storageError.ts";
import { envelopeToAddition, type QueueDeps } from "./queueInquiry.ts";
import type { TakeBackError } from "./useSync.ts";

/**
 * S10. While nobody can have it, the inquiry is a draft again. Once it may have been received, a
 * withdrawal follows it.
 */
export const takeBack = async (
  deps: Pick<QueueDeps, "database" | "clock" | "newId">,
  id: ThreadId,
): Promise<Result<"draft" | "withdrawal", TakeBackError>> => {
  const now = msToInstant(deps.clock());
  const unheld = await tryStorage(() => takeBackUnheld(deps.database, id, now));
  if (!unheld.ok) return unheld;
  if (unheld.value.ok) return ok("draft");
  const found = await tryStorage(() => findInquiry(deps.database, id));
  if (!found.ok) return found;
  const progress = found.value?.progress;
  if (progress?.type !== "queued" && progress?.type !== "held") {
    return err({ type: "inquiryNotSent" });
  }
  const { content, envelopeId } = progress;
  const envelope = createWithdrawalEnvelope({
    id: deps.newId() as EnvelopeId,
    thread: id,
    withdraws: envelopeId,
    from: content.from,
    to: content.to,
    urgency: content.urgency,
    writtenAt: now,
  });
  const addition = await envelopeToAddition(envelope, now);
  const queued = await tryStorage(() => queueWithdrawal(deps.database, id, addition));
  if (!queued.ok) return queued;
  return queued.value.ok ? ok("withdrawal") : queued.value;
};
