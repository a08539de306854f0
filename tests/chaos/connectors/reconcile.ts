import type { Asked, Session } from "#lib/networks/connector";
import type { ReconcileOutcome } from "#lib/networks/outcome";
import type { JsonObject } from "#lib/networks/remote";

import type { Kind } from "../network/kinds.ts";
import { exchange, type Answered } from "./exchange.ts";
import { findInListing } from "./listing.ts";
import type { Place } from "./passing.ts";
import { idOf, publishedAs } from "./publish.ts";

/** Whether the post is there, as each class can tell. */
export async function reconcile(
  place: Place,
  kind: Kind,
  session: Session,
  request: JsonObject,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const headers = { "x-about": encodeURIComponent(String(request["text"])) };
  const get = (path: string) =>
    exchange(place, kind, session, { method: "GET", path, headers }).then(withoutPromise);
  switch (kind) {
    case "own-id": {
      const answer = await get(`posts/${String(request["key"])}`);
      if (answer.kind === "ok")
        return { kind: "published", ...publishedAs(String(answer.body["id"])) };
      return answer.kind === "no" ? { kind: "absent" } : answer;
    }
    case "container": {
      const answer = await get(`containers/${String(request["container"])}`);
      if (answer.kind === "no") return { kind: "unknown", detail: "No such container." };
      if (answer.kind !== "ok") return answer;
      const id = idOf(answer.body["post"]);
      return id ? { kind: "published", ...publishedAs(id) } : { kind: "absent" };
    }
    case "refusal-only":
      return { kind: "unknown", detail: "This network shows nobody their posts." };
    case "key":
    case "duplicate-listing":
    case "listing":
      return findInListing(get, String(request["text"]), asked);
  }
}

export type ReadAnswer =
  | Extract<Answered, { kind: "ok" | "no" | "expired" | "later" }>
  | { kind: "unknown"; detail: string };

/** A question that did not arrive is a question without an answer. */
function withoutPromise(answer: Answered): ReadAnswer {
  return answer.kind === "not-sent" ? { kind: "unknown", detail: answer.detail } : answer;
}
