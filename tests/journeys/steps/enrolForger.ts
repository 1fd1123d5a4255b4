import { createHash, randomBytes, randomUUID } from "node:crypto";
import { msToInstant } from "#domain/instant.ts";
import { parseInvitationCode } from "#domain/trust/invitationCode.ts";
import type { DeviceKeys } from "#domain/trust/registry.ts";
import { protocolMediaType } from "#protocol/version.ts";
import { createIdentity, type DeviceSecrets } from "#sealing/records/identities.ts";
import { codeToSeed, seedToPublicKey, signText } from "#signing/signText.ts";
import { invite } from "./publish.ts";
import type { EndpointProcess } from "./startEndpoint.ts";

/** A device that the secretariat let into another desk, and whose keys we have to do harm with. */
export const enrolForger = async (
  endpoint: EndpointProcess,
  desk: string,
): Promise<DeviceSecrets> => {
  const code = parseInvitationCode(await invite(endpoint, desk));
  if (!code.ok) throw new Error(code.error.type);
  const seed = await codeToSeed(code.value);
  const secrets = await createIdentity(randomUUID);
  const { device, signingKey, sealingKey } = secrets;
  const invitationKey = seedToPublicKey(seed);
  const enrolledAt = msToInstant(Date.now());
  const keys: DeviceKeys = {
    schema: "enrolment/1",
    invitationKey,
    device,
    signingKey,
    sealingKey,
    enrolledAt,
  };
  const tokenHash = createHash("sha256").update(randomBytes(32)).digest("hex");
  const signed = signText(seed, "enrolment", JSON.stringify(keys));
  const answer = await fetch(`${endpoint.address}v1/enrolments`, {
    method: "POST",
    headers: { "Content-Type": protocolMediaType },
    body: JSON.stringify({ keys: signed, tokenHash }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  return secrets;
};
