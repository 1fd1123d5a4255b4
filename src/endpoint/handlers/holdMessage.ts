import { deskToId, isSameDesk } from "#domain/desk.ts";
import { type Digest, type Envelope, isWithinDesk } from "#domain/envelope/envelope.ts";
import type { Epoch } from "#domain/envelope/receipt.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { type Caller, isOfDesk } from "#endpoint/http/admit.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import type { Arrival, HoldOutcome } from "#endpoint/store/store.ts";
import { createReceipt } from "./createReceipt.ts";
import type { Handler, HandlerDeps, Refusal, Reply } from "./handler.ts";

/**
 * `PUT /v1/messages/{id}`: holds an envelope once [S2]. 201 the first time, 200 for the same bytes
 * again, 409 for others under that id.
 */
export const holdMessage: Handler<"holdMessage"> = async (deps, { caller, parameters, body }) => {
  const { store, clock } = deps;
  const { content: envelope, bytes, text } = body;
  const issues = listIssues(envelope, parameters.id);
  if (issues.length > 0) return err({ type: "malformed", issues });
  if (!isOfDesk(caller, deskToId(envelope.from))) return err({ type: "forbidden" });

  const digest = sha256(bytes);
  const outcome = await hold(deps, { envelope, text, digest, at: clock() });
  if (!outcome.ok) return outcome;
  const isNews = outcome.value.type === "held" && !isSameDesk(envelope.from, envelope.to);
  if (isNews) deps.notifier.announce(deskToId(envelope.to));
  return createReply(outcome.value, digest, caller, store.epoch);
};

/** Rules that the schema can't express; `domain/letter/letter.ts` has the same for sealed letters. */
const listIssues = ({ id, kind, from, to }: Envelope, pathId: string): string[] => [
  ...(id === pathId ? [] : ["id: not the path's"]),
  ...(isWithinDesk(kind) && !isSameDesk(from, to) ? ["to: not the sender's own desk"] : []),
];

/** An envelope that is held already gets its receipt again, even if its recipient has left since. */
const hold = async (
  deps: HandlerDeps,
  arrival: Arrival,
): Promise<Result<HoldOutcome, Refusal<"holdMessage">>> => {
  const { store } = deps;
  if (await canReach(deps, arrival.envelope)) return ok(await store.saveEnvelope(arrival));
  const held = await store.findEnvelope(arrival.envelope.id);
  return held ? ok({ type: "heldBefore", held }) : err({ type: "recipientUnknown" });
};

/**
 * Whether the other desk is in the directory, and this endpoint knows one of its devices that the body
 * is sealed to. After a restoration it may know none, and an envelope that waits for nobody would look
 * as if it were on its way. If all of them are revoked, a notice tells the sender. Within a desk
 * nothing is checked: the sender's own device is known here, and will ask.
 */
const canReach = async (
  { store, readNewestEdition }: HandlerDeps,
  { from, to, sealedTo }: Envelope,
): Promise<boolean> => {
  if (isSameDesk(from, to)) return true;
  const newest = await readNewestEdition();
  const desk = deskToId(to);
  return newest?.desks.has(desk) === true && (await store.knowsDevice(desk, sealedTo));
};

const createReply = (
  { type, held }: HoldOutcome,
  digest: Digest,
  caller: Caller,
  epoch: Epoch,
): Reply<"holdMessage"> => {
  const receipt = createReceipt(held, epoch);
  if (held.digest === digest) return ok({ status: type === "held" ? 201 : 200, content: receipt });
  // A desk that didn't send the held envelope learns nothing about it.
  if (!isOfDesk(caller, held.from)) return err({ type: "forbidden" });
  return err({ type: "idTaken", receipt });
};
