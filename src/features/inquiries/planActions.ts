import type { InquiryStatus } from "#domain/inquiryStatus.ts";
import { mayBeHeld } from "#domain/outboxEntry.ts";
import type { InquiryState } from "#storage/inquiryStates.ts";

type TakeBackKey = "takeBack.unheld.message" | "takeBack.tried.message" | "takeBack.held.message";
type DeleteKey =
  | "delete.draft.message"
  | "delete.unheld.message"
  | "delete.tried.message"
  | "delete.held.message"
  | "delete.withdrawn.message";

export type ActionPlan = {
  readonly canTry: boolean;
  /** What is said before it is taken back; undefined where there is nothing to take back. */
  readonly takeBack: TakeBackKey | undefined;
  /** What is said before it is deleted: what may have been received already (S10). */
  readonly delete: DeleteKey;
};

/** What can be done, and what has to be said before it is done. */
export const planActions = ({ outbox }: InquiryState, status: InquiryStatus): ActionPlan => {
  const canBeHeld = outbox.some(mayBeHeld);
  const canTry = outbox.length > 0;
  switch (status.type) {
    case "draft":
      return { canTry: false, takeBack: undefined, delete: "delete.draft.message" };
    case "withdrawn":
      return {
        canTry,
        takeBack: undefined,
        delete: canTry ? "delete.withdrawn.message" : "delete.tried.message",
      };
    case "sending":
      if (status.sending.type === "held") {
        return { canTry, takeBack: "takeBack.held.message", delete: "delete.held.message" };
      }
      return canBeHeld || outbox.length === 0
        ? { canTry, takeBack: "takeBack.tried.message", delete: "delete.tried.message" }
        : { canTry, takeBack: "takeBack.unheld.message", delete: "delete.unheld.message" };
  }
};
