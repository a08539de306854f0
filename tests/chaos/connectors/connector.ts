import type { Connector, OutgoingPart } from "#lib/networks/contract/connector";
import type { PrepareOutcome } from "#lib/networks/contract/outcome";
import type { JsonObject } from "#lib/networks/contract/remote";
import type { Session } from "#lib/networks/contract/session";

import {
  hasThreads,
  isRelative,
  networkOf,
  settleMs,
  type ClassKind,
  type Kind,
} from "../network/kinds.ts";
import { textOf } from "../text-of.ts";
import { exchange } from "./exchange.ts";
import type { Passer, Place } from "./passing.ts";
import { idOf, publish } from "./publish.ts";
import { reconcile } from "./reconcile.ts";
import { relativeConnector } from "./relative.ts";

/** Speaks to the chaos network of one class, as the product's connectors speak to theirs, or as one of them. */
export function chaosConnector(kind: Kind, place: Place): Connector {
  return isRelative(kind) ? relativeConnector(kind, place) : classConnector(kind, place);
}

function classConnector(kind: ClassKind, place: Place): Connector {
  const { timeoutMs, passing } = place;
  const outcome = { kind, settleMs: settleMs[kind], timeoutMs };
  return {
    network: networkOf(kind),
    label: `Chaos (${kind})`,
    icon: "",
    isSimulated: true,
    limits: {
      text: { max: 500, unit: "characters" },
      images: { max: 0, maxBytes: 1_000_000, maxSide: 2_000, altMax: 1_000 },
      threadMax: hasThreads.has(kind) ? 5 : 1,
    },
    abilities: { canDelete: false, canReply: false, canMention: false },
    outcome,
    profileUrl: () => place.origin,
    connectFields: [{ name: "name", kind: "text", isRequired: true }],
    connect: async (_context, { name = "" }) => ({
      kind: "connected",
      remoteId: name,
      handle: name,
      displayName: name,
      avatarUrl: undefined,
      origin: place.origin,
      credentials: { token: 1 },
    }),
    refresh: (session) => refresh(place, kind, session),
    revoke: async () => {},
    prepare: async (session, part) => {
      const passer = passerOf(session, { key: part.key, text: part.text });
      await passing("claimed", passer);
      const prepared = await prepare(place, kind, session, part);
      if (prepared.kind === "ready") await passing("prepared", passer);
      return prepared;
    },
    publish: async (session, request) => {
      const passer = passerOf(session, request);
      await passing("intent-committed", passer);
      const published = await publish(place, kind, session, request);
      await passing("answer-read", passer);
      return published;
    },
    reconcile: async (session, request, asked) => {
      const passer = passerOf(session, request);
      await passing("reconcile-claimed", passer);
      const found = await reconcile(place, kind, session, request, asked);
      await passing("reconcile-read", passer);
      return found;
    },
    remove: async () => ({ kind: "failed", detail: "Not here." }),
    collect: async (_session, cursor) => ({
      kind: "collected",
      touchpoints: [],
      cursor,
      hasMore: false,
    }),
    measure: async () => ({ kind: "measured", metrics: [] }),
    mention: (handle) => `@${handle}`,
  };
}

function passerOf({ account }: Session, { key, text }: JsonObject): Passer {
  return { id: textOf(key), account: account.remoteId, text: textOf(text) };
}

async function prepare(
  place: Place,
  kind: ClassKind,
  session: Session,
  { key, text, replyTo }: OutgoingPart,
): Promise<PrepareOutcome> {
  const request = { key, text, replyTo: idOf(replyTo?.parent) };
  if (kind !== "container") return { kind: "ready", request };
  const headers = { "x-about": encodeURIComponent(text) };
  const call = { method: "POST", path: "containers", body: request, headers } as const;
  const answer = await exchange(place, kind, session, call);
  if (answer.kind === "ok")
    return { kind: "ready", request: { ...request, container: textOf(answer.body["id"]) } };
  if (answer.kind === "no")
    return { kind: "refused", code: "invalid", detail: `HTTP ${answer.status}` };
  // A second container harms nobody: it is never public.
  return answer.kind === "unknown" ? { kind: "not-sent", detail: answer.detail } : answer;
}

async function refresh(
  place: Place,
  kind: ClassKind,
  session: Session,
): ReturnType<Connector["refresh"]> {
  const patient = { ...place, timeoutMs: 6 * place.timeoutMs };
  const answer = await exchange(patient, kind, session, { method: "POST", path: "token" });
  if (answer.kind === "ok")
    return { kind: "refreshed", credentials: { token: Number(answer.body["token"]) } };
  if (answer.kind === "later") return answer;
  return { kind: "not-sent", detail: "detail" in answer ? answer.detail : answer.kind };
}
