import type { Http } from "#lib/kernel/ports";
import type { Connector, OutgoingPart } from "#lib/networks/contract/connector";
import type { JsonObject } from "#lib/networks/contract/remote";
import type { Session } from "#lib/networks/contract/session";
import { mastodon } from "#lib/networks/mastodon/connector";

import { networkOf, type RelativeKind } from "../network/kinds.ts";
import { hasPicture, hasPoll } from "../network/relatives.ts";
import { textOf } from "../text-of.ts";
import type { Passer, Place } from "./passing.ts";

/** The product's own connector for Mastodon, at a server that is none: nothing of what it decides is ours. */
export function relativeConnector(kind: RelativeKind, place: Place): Connector {
  const { timeoutMs, passing, origin } = place;
  return {
    ...mastodon,
    network: networkOf(kind),
    label: `Chaos (${kind})`,
    isSimulated: true,
    limits: { ...mastodon.limits, images: { ...mastodon.limits.images, max: 0 }, threadMax: 5 },
    outcome: { ...mastodon.outcome, timeoutMs },
    connectFields: [{ name: "name", kind: "text", isRequired: true }],
    connect: async (_context, { name = "" }) => ({
      kind: "connected",
      remoteId: name,
      handle: name,
      displayName: name,
      avatarUrl: undefined,
      origin: `${origin}/${kind}/${name}`,
      credentials: { accessToken: "token", clientId: "", clientSecret: "", accountId: name },
    }),
    prepare: async (session, part) => {
      const passer = { id: part.key, account: session.account.remoteId, text: part.text };
      await passing("claimed", passer);
      const prepared = await mastodon.prepare(
        asking(place, session, part.text),
        withPoll(kind, part),
      );
      if (prepared.kind !== "ready") return prepared;
      await passing("prepared", passer);
      return { ...prepared, request: { ...uploaded(prepared.request, part), id: part.key } };
    },
    publish: async (session, request) => {
      const passer = passerOf(session, request);
      await passing("intent-committed", passer);
      const published = await mastodon.publish(asking(place, session, passer.text), request);
      await passing("answer-read", passer);
      return published;
    },
    reconcile: async (session, request, asked) => {
      const passer = passerOf(session, request);
      await passing("reconcile-claimed", passer);
      const found = await mastodon.reconcile(asking(place, session, passer.text), request, asked);
      await passing("reconcile-read", passer);
      return found;
    },
  };
}

/** Some have a picture, as if it had been uploaded before. */
function uploaded(request: JsonObject, { text }: OutgoingPart): JsonObject {
  if (!hasPicture(text)) return request;
  const body = request["body"] as JsonObject;
  return { ...request, body: { ...body, media_ids: [`uploaded-${text}`] } };
}

/** Some have a poll, which the bare server does not know. */
function withPoll(kind: RelativeKind, part: OutgoingPart): OutgoingPart {
  const poll = { options: ["Blue", "Red"], minutes: 60, isMultiple: false };
  return kind === "bare" && hasPoll(part.text) ? { ...part, poll } : part;
}

function passerOf({ account }: Session, { id, body }: JsonObject): Passer {
  const text = textOf((body as JsonObject | undefined)?.["status"]);
  return { id: textOf(id), account: account.remoteId, text };
}

/** Tells the network who asks and after what, and is as patient as time is fast. */
function asking({ worker, speed, timeoutMs }: Place, session: Session, text: string): Session {
  const about = { "x-worker": String(worker), "x-about": encodeURIComponent(text) };
  const http: Http = {
    ...session.http,
    send: (url, request) =>
      session.http.send(url, {
        ...request,
        headers: { ...request?.headers, ...about },
        timeoutMs: Math.ceil((0.9 * timeoutMs) / speed),
      }),
  };
  return { ...session, http };
}
