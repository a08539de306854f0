import type { Asked } from "#lib/networks/contract/connector";
import type { ReconcileOutcome } from "#lib/networks/contract/outcome";
import type { JsonObject } from "#lib/networks/contract/remote";
import type { Session } from "#lib/networks/contract/session";

import type { ClassKind } from "../network/kinds.ts";
import { textOf } from "../text-of.ts";
import { exchange, type Answered } from "./exchange.ts";
import { findInListing } from "./listing.ts";
import type { Place } from "./passing.ts";
import { idOf, publishedAs } from "./publish.ts";

/** Whether the post is there, as each class can tell. */
export async function reconcile(
  place: Place,
  kind: ClassKind,
  session: Session,
  request: JsonObject,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const text = textOf(request["text"]);
  const headers = { "x-about": encodeURIComponent(text) };
  const get = (path: string) =>
    exchange(place, kind, session, { method: "GET", path, headers }).then(asUnanswered);
  switch (kind) {
    case "own-id":
      return ownPost(await get(`posts/${textOf(request["key"])}`));
    case "container":
      return containersPost(await get(`containers/${textOf(request["container"])}`));
    case "refusal-only":
      return { kind: "unknown", detail: "This network shows nobody their posts." };
    case "key":
    case "duplicate-listing":
    case "listing":
      return findInListing(get, text, asked);
  }
}

function ownPost(answer: ReadAnswer): ReconcileOutcome {
  if (answer.kind === "ok") return { kind: "published", ...publishedAs(textOf(answer.body["id"])) };
  return answer.kind === "no" ? { kind: "absent" } : answer;
}

function containersPost(answer: ReadAnswer): ReconcileOutcome {
  if (answer.kind === "no") return { kind: "unknown", detail: "No such container." };
  if (answer.kind !== "ok") return answer;
  const id = idOf(answer.body["post"]);
  return id ? { kind: "published", ...publishedAs(id) } : { kind: "absent" };
}

export type ReadAnswer =
  | Extract<Answered, { kind: "ok" | "no" | "expired" | "later" }>
  | { kind: "unknown"; detail: string };

/** A question that did not arrive is a question without an answer. */
function asUnanswered(answer: Answered): ReadAnswer {
  return answer.kind === "not-sent" ? { kind: "unknown", detail: answer.detail } : answer;
}
