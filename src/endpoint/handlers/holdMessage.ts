import { deskToId } from "#domain/desk.ts";
import type { Digest, Envelope } from "#domain/envelope.ts";
import type { Epoch } from "#domain/receipt.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import { MessageRequest } from "#protocol/messages.ts";
import { answer, refuse } from "../answer.ts";
import { type Caller, isOfDesk } from "../authenticate.ts";
import { createReceipt } from "../createReceipt.ts";
import type { Handler } from "../handler.ts";
import { identify } from "../identify.ts";
import type { LoadedEdition } from "../loadEdition.ts";
import { decodeRequest, parseRequest } from "../parseRequest.ts";
import { readBody } from "../readBody.ts";
import { sha256 } from "../sha256.ts";
import type { Arrival, HoldOutcome, Store } from "../store.ts";

/**
 * `PUT /v1/messages/{id}`: holds an envelope once [S2]. 201 the first time, 200 for the same bytes
 * again, 409 for others under that id.
 */
export const holdMessage: Handler = async (deps, context) => {
  const { store, clock, edition, limits } = deps;
  const caller = await identify(deps, context.req.raw);
  if (!caller.ok) return refuse(caller.error);
  const bytes = await readBody(context.req.raw, {
    maxBytes: limits.messageMaxBytes,
    timeoutMs: limits.bodyTimeoutMs,
  });
  if (!bytes.ok) return refuse(bytes.error);
  const text = decodeRequest(bytes.value);
  if (!text.ok) return refuse(text.error);
  const envelope = parseEnvelope(text.value, context.req.param("id"));
  if (!envelope.ok) return refuse(envelope.error);
  if (!isOfDesk(caller.value, deskToId(envelope.value.from))) return refuse({ type: "forbidden" });

  const digest = sha256(bytes.value);
  const arrival = { envelope: envelope.value, text: text.value, digest, at: clock() };
  const outcome = await hold(store, edition, arrival);
  if (!outcome.ok) return refuse(outcome.error);
  return answerOutcome(outcome.value, digest, caller.value, store.epoch);
};

const parseEnvelope = (
  text: string,
  pathId: string | undefined,
): Result<Envelope, ProtocolError> => {
  const envelope = parseRequest(MessageRequest, text);
  if (!envelope.ok || envelope.value.id === pathId) return envelope;
  return err({ type: "malformed", issues: ["id: not the path's"] });
};

/** A desk that has left the directory takes nothing new, but what it was sent stays held. */
const hold = async (
  store: Store,
  edition: LoadedEdition,
  arrival: Arrival,
): Promise<Result<HoldOutcome, ProtocolError>> => {
  if (edition.desks.has(deskToId(arrival.envelope.to))) {
    return ok(await store.saveEnvelope(arrival));
  }
  const held = await store.findEnvelope(arrival.envelope.id);
  return held ? ok({ type: "heldBefore", held }) : err({ type: "recipientUnknown" });
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
