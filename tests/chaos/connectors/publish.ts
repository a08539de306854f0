import type { PublishOutcome } from "#lib/networks/contract/outcome";
import type { Json, JsonObject, Published } from "#lib/networks/contract/remote";
import type { Session } from "#lib/networks/contract/session";

import type { ClassKind } from "../network/kinds.ts";
import { textOf } from "../text-of.ts";
import { exchange, type Answered, type Call } from "./exchange.ts";
import type { Place } from "./passing.ts";

/** The irreversible step, as each class has it. */
export async function publish(
  place: Place,
  kind: ClassKind,
  session: Session,
  request: JsonObject,
): Promise<PublishOutcome> {
  const answer = await exchange(place, kind, session, callFor(kind, request));
  return outcomeOf(answer);
}

function callFor(kind: ClassKind, { key, text, replyTo, container }: JsonObject): Call {
  const body = { text, replyTo };
  switch (kind) {
    case "key":
      return { ...create, body, headers: { "idempotency-key": textOf(key) } };
    case "own-id":
      return { method: "PUT", path: `posts/${textOf(key)}`, body };
    case "container":
      return { method: "POST", path: `containers/${textOf(container)}`, body: {} };
    case "duplicate-listing":
    case "refusal-only":
    case "listing":
      return { ...create, body };
  }
}

const create = { method: "POST", path: "posts" } as const;

function outcomeOf(answer: Answered): PublishOutcome {
  if (answer.kind === "ok") {
    const { id } = answer.body;
    if (typeof id !== "string") return { kind: "unknown", detail: "An answer without an id." };
    return { kind: "published", ...publishedAs(id) };
  }
  if (answer.kind !== "no") return answer;
  const { error, named } = answer.body;
  const detail = `HTTP ${answer.status}: ${textOf(error)}`;
  if (error === "duplicate" || error === "already-published")
    return {
      kind: "duplicate",
      detail,
      ...(typeof named === "string" && { named: publishedAs(named) }),
    };
  return { kind: "refused", code: "invalid", detail, httpStatus: answer.status };
}

export function publishedAs(id: string): Published {
  return { remoteId: id, reference: { id }, url: `https://chaos.example/${id}` };
}

/** The id within a reference of ours. */
export function idOf(reference: Json | undefined): string | null {
  const isObject = typeof reference === "object" && reference !== null && !Array.isArray(reference);
  return isObject ? textOf(reference["id"]) : null;
}
