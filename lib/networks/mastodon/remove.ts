import type { Session } from "../contract/connector.ts";
import type { RemoveOutcome } from "../contract/outcome.ts";
import type { Published } from "../contract/remote.ts";
import { callAs } from "./call.ts";
import { anything } from "./wire.ts";

/** What is gone already is fine. */
export async function remove(session: Session, published: Published): Promise<RemoveOutcome> {
  const path = `/api/v1/statuses/${encodeURIComponent(published.remoteId)}`;
  const answer = await callAs(session, { method: "DELETE", path, shape: anything });
  switch (answer.kind) {
    case "ok":
      return { kind: "removed" };
    case "reconnect":
    case "later":
      return answer;
    case "refused":
      return answer.code === "reply-target-gone"
        ? { kind: "removed" }
        : { kind: "failed", detail: answer.detail };
    case "not-sent":
    case "unknown":
      return { kind: "failed", detail: answer.detail };
  }
}
