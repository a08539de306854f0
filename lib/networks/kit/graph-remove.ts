import { z } from "zod";

import type { RemoveOutcome } from "../contract/outcome.ts";
import type { GraphAnswer, GraphCall } from "./graph-call.ts";

interface Removal {
  readonly id: string;
  /** A list of our own posts. Reading it needs the same permission as reading one of them. */
  readonly ownList: string;
  readonly label: string;
  readonly call: <Value>(call: GraphCall<Value>) => Promise<GraphAnswer<Value>>;
}

const deleted = z.object({ success: z.boolean() });
const anything = z.unknown();

/** Deletes an object of Meta's graph. An object that certainly no longer exists counts as removed. */
export async function removeFromGraph(removal: Removal): Promise<RemoveOutcome> {
  const { id, label, call } = removal;
  const path = `/${encodeURIComponent(id)}`;
  const answer = await call({ method: "DELETE", path, shape: deleted });
  if (answer.kind === "ok")
    return answer.value.success
      ? { kind: "removed" }
      : { kind: "failed", detail: `${label} says that it did not delete it.` };
  if (answer.kind === "reconnect" || answer.kind === "later") return answer;
  const isGone = answer.kind === "refused" && answer.isGone && (await isSurelyGone(removal, path));
  return isGone ? { kind: "removed" } : { kind: "failed", detail: answer.detail };
}

/**
 * Meta gives the same error for a missing object and for a missing permission. The object is therefore gone
 * only if reading it fails too while this sign-in can read its own list.
 */
async function isSurelyGone({ ownList, call }: Removal, path: string): Promise<boolean> {
  const shown = await call({ path, params: { fields: "id" }, shape: anything });
  if (shown.kind !== "refused" || !shown.isGone) return false;
  const listed = await call({
    path: ownList,
    params: { fields: "id", limit: "1" },
    shape: anything,
  });
  return listed.kind === "ok";
}
