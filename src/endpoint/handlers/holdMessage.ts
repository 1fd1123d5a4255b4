import { deskToId, isSameDesk } from "#domain/desk.ts";
import type { Digest, Envelope, EnvelopeKind } from "#domain/envelope/envelope.ts";
import type { Epoch } from "#domain/envelope/receipt.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { type Caller, isOfDesk } from "#endpoint/http/admit.ts";
import { answer, refuse } from "#endpoint/http/answer.ts";
import { readRequest } from "#endpoint/http/readRequest.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import type { Arrival, HoldOutcome } from "#endpoint/store/store.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import { MessageRequest } from "#protocol/messages.ts";
import { createReceipt } from "./createReceipt.ts";
import type { DeskHandler, HandlerDeps } from "./handler.ts";

/** What stays within a desk, as `domain/letter/letter.ts` says of what lies under the seal. */
const ownKinds: ReadonlySet<EnvelopeKind> = new Set(["note", "handover"]);

/**
 * `PUT /v1/messages/{id}`: holds an envelope once [S2]. 201 the first time, 200 for the same bytes
 * again, 409 for others under that id.
 */
export const holdMessage: DeskHandler = async (deps, context, caller) => {
  const { store, clock, limits } = deps;
  const request = await readRequest(context.req.raw, MessageRequest, {
    maxBytes: limits.messageMaxBytes,
    timeoutMs: limits.bodyTimeoutMs,
  });
  if (!request.ok) return refuse(request.error);
  const { content: envelope, bytes, text } = request.value;
  const issues = listIssues(envelope, context.req.param("id"));
  if (issues.length > 0) return refuse({ type: "malformed", issues });
  if (!isOfDesk(caller, deskToId(envelope.from))) return refuse({ type: "forbidden" });

  const digest = sha256(bytes);
  const outcome = await hold(deps, { envelope, text, digest, at: clock() });
  if (!outcome.ok) return refuse(outcome.error);
  const isNews = outcome.value.type === "held" && !isSameDesk(envelope.from, envelope.to);
  if (isNews) deps.notifier.announce(deskToId(envelope.to));
  return answerOutcome(outcome.value, digest, caller, store.epoch);
};

/** What a schema can't say. */
const listIssues = ({ id, kind, from, to }: Envelope, pathId: string | undefined): string[] => [
  ...(id === pathId ? [] : ["id: not the path's"]),
  ...(ownKinds.has(kind) && !isSameDesk(from, to) ? ["to: not the sender's own desk"] : []),
];

/** What was held once is answered with its receipt, whoever has left since. */
const hold = async (
  deps: HandlerDeps,
  arrival: Arrival,
): Promise<Result<HoldOutcome, ProtocolError>> => {
  const { store } = deps;
  if (await canReach(deps, arrival.envelope)) return ok(await store.saveEnvelope(arrival));
  const held = await store.findEnvelope(arrival.envelope.id);
  return held ? ok({ type: "heldBefore", held }) : err({ type: "recipientUnknown" });
};

/**
 * Whether the other desk stands in the directory, and one of its devices that the body is sealed to
 * is known here: after a restoration it may not be, and an envelope that waits for nobody would look
 * as if it were on its way. That all of them are revoked is another matter, which a notice tells.
 * Within a desk nothing is looked at: its own device is here, and asks.
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

const answerOutcome = (
  { type, held }: HoldOutcome,
  digest: Digest,
  caller: Caller,
  epoch: Epoch,
): Response => {
  const receipt = createReceipt(held, epoch);
  if (held.digest === digest) return answer(type === "held" ? 201 : 200, receipt);
  // Who didn't send what is held learns nothing about it.
  if (!isOfDesk(caller, held.from)) return refuse({ type: "forbidden" });
  return refuse({ type: "idTaken", receipt });
};
