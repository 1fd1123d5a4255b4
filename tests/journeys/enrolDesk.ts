import { createHash, randomBytes, randomUUID } from "node:crypto";
import * as v from "valibot";
import { parseInvitationCode } from "#domain/invitationCode.ts";
import { FeedAnswer, type FeedRow } from "#protocol/messages.ts";
import { protocolMediaType } from "#protocol/version.ts";
import type { EndpointProcess } from "./startEndpoint.ts";

/** The other State's device, without an app: it reads what its desk was sent. */
export type OtherDesk = { readonly readFeed: () => Promise<readonly FeedRow[]> };

/** Takes up the endpoint's invitation for `desk` over HTTP. */
export const enrolDesk = async (endpoint: EndpointProcess, desk: string): Promise<OtherDesk> => {
  const invitation = endpoint.invitations.find((one) => one.desk === desk);
  const code = parseInvitationCode(invitation?.code ?? "");
  if (!code.ok) throw new Error(`no invitation for ${desk}`);
  const token = randomBytes(32).toString("base64url");
  const tokenHash = createHash("sha256").update(token).digest("hex");
  const enrolled = await fetch(`${endpoint.address}v1/enrolments`, {
    method: "POST",
    headers: { "Content-Type": protocolMediaType },
    body: JSON.stringify({ code: code.value, device: randomUUID(), tokenHash }),
  });
  if (enrolled.status !== 201) throw new Error(`enrolment: ${await enrolled.text()}`);
  return {
    readFeed: async () => {
      const path = `v1/messages?desk=${encodeURIComponent(desk)}&after=0&limit=100`;
      const answer = await fetch(endpoint.address + path, {
        headers: { Authorization: `Bearer ${token}` },
      });
      return v.parse(FeedAnswer, await answer.json()).rows;
    },
  };
};
