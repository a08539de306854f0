import type { ConnectOutcome } from "#lib/networks/contract/connect-outcome";
import type { Asked, OutgoingPart } from "#lib/networks/contract/connector";
import type { PublishOutcome, ReconcileOutcome } from "#lib/networks/contract/outcome";
import type { Json, JsonObject, Published } from "#lib/networks/contract/remote";
import type { Session } from "#lib/networks/contract/session";

import type { FakeNetwork, Fault } from "./fake-network.ts";

export function connect(
  fake: FakeNetwork,
  { identifier = "", password = "" }: Readonly<Record<string, string>>,
): ConnectOutcome {
  if (password !== "right")
    return { kind: "refused", code: "wrong-credentials", field: "password", detail: "401" };
  return {
    kind: "connected",
    remoteId: `remote:${identifier}`,
    handle: identifier,
    displayName: identifier,
    avatarUrl: undefined,
    origin: "https://fake.example",
    credentials: { token: fake.tokenVersion },
  };
}

export function requestOf(part: OutgoingPart): JsonObject {
  return {
    key: part.key,
    text: part.text,
    createdAt: part.createdAt.toISOString(),
    replyTo: part.replyTo ? { root: part.replyTo.root, parent: part.replyTo.parent } : null,
  };
}

export function isExpired(fake: FakeNetwork, session: Session): boolean {
  return Number(session.credentials["token"]) < fake.tokenVersion;
}

export async function publish(
  fake: FakeNetwork,
  session: Session,
  request: JsonObject,
): Promise<PublishOutcome> {
  fake.calls.publish += 1;
  await fake.beforePublish?.();
  if (fake.publishMs > 0) await new Promise((resolve) => setTimeout(resolve, fake.publishMs));
  if (isExpired(fake, session)) return { kind: "expired" };
  const fault = fake.faults.shift();
  const before = fault ? beforeAcceptance(fault, session) : undefined;
  if (before) return before;
  const published = accept(fake, session, request);
  if (fault === "reset-after" || fault === "error-after")
    return { kind: "unknown", detail: fault, httpStatus: 502 };
  if (fault === "throw-after") throw new Error("A bug in the connector.");
  if (fault === "hang") return new Promise(() => {});
  return published;
}

function beforeAcceptance(fault: Fault, session: Session): PublishOutcome | undefined {
  const inAMinute = new Date(session.now().getTime() + 60_000);
  const answers: Partial<Record<Fault, PublishOutcome>> = {
    "reset-before": { kind: "unknown", detail: "reset" },
    "error-before": { kind: "unknown", detail: "500", httpStatus: 500 },
    refuse: { kind: "refused", code: "invalid", detail: "No.", httpStatus: 400 },
    later: { kind: "later", retryAt: inAMinute, detail: "429" },
    expired: { kind: "expired" },
    reconnect: { kind: "reconnect", detail: "revoked" },
    "out-of-credit": { kind: "out-of-credit", detail: "402" },
    "not-sent": { kind: "not-sent", detail: "refused connection" },
  };
  return answers[fault];
}

/** Own ids: the same key again is the same post. Other classes: every request makes one. */
function accept(
  fake: FakeNetwork,
  session: Session,
  request: JsonObject,
): PublishOutcome & { kind: "published" } {
  const key = textOf(request["key"]);
  const known = fake.accepted.some((post) => post.key === key);
  if (!(known && fake.connector.outcome.kind === "own-id"))
    fake.accepted.push({
      key,
      accountId: session.account.id,
      text: textOf(request["text"]),
      request,
      at: session.now(),
    });
  return { kind: "published", ...asPublished(key) };
}

export function reconcile(
  fake: FakeNetwork,
  session: Session,
  request: JsonObject,
): ReconcileOutcome {
  fake.calls.reconcile += 1;
  if (isExpired(fake, session)) return { kind: "expired" };
  const told = fake.reconcileAnswers.shift();
  if (told) return told;
  const key = textOf(request["key"]);
  return fake.accepted.some((post) => post.key === key)
    ? { kind: "published", ...asPublished(key) }
    : { kind: "absent" };
}

/** By content, among what was accepted since then. */
export async function search(
  fake: FakeNetwork,
  session: Session,
  part: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  fake.calls.search += 1;
  if (isExpired(fake, session)) return { kind: "expired" };
  const alike = fake.accepted.filter(
    ({ accountId, text, at }) =>
      accountId === session.account.id && text === part.text && at >= asked.firstIntentAt,
  );
  const taken = await asked.bound(alike.map(({ key }) => asPublished(key).remoteId));
  const found = alike.find(({ key }) => !taken.has(asPublished(key).remoteId));
  return found ? { kind: "published", ...asPublished(found.key) } : { kind: "absent" };
}

function asPublished(key: string): Published {
  return {
    remoteId: `remote-${key}`,
    reference: { id: `remote-${key}` },
    url: `https://fake.example/${key}`,
  };
}

function textOf(value: Json | undefined): string {
  if (typeof value !== "string") throw new Error("The fake network was sent something unreadable.");
  return value;
}
