import type { RemoveOutcome } from "../contract/outcome.ts";
import type { Published } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { parseAtAddress } from "./at-address.ts";
import { callAs } from "./call.ts";
import { anyAnswer } from "./wire.ts";

/** Deletes a record. The server answers the same if the record no longer exists. */
export async function remove(session: Session, published: Published): Promise<RemoveOutcome> {
  const at = parseAtAddress(published.remoteId);
  if (!at) return { kind: "failed", detail: `Not a record: ${published.remoteId}` };
  const method = "com.atproto.repo.deleteRecord";
  const answer = await callAs(session, { method, shape: anyAnswer, body: { ...at } });
  switch (answer.kind) {
    case "ok":
      return { kind: "removed" };
    case "expired":
    case "reconnect":
    case "later":
      return answer;
    case "refused":
    case "not-sent":
    case "unknown":
      return { kind: "failed", detail: answer.detail };
  }
}
