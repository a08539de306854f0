import { z } from "zod";

import type { RemoveOutcome } from "../contract/outcome.ts";
import type { GraphAnswer, GraphCall } from "./graph-call.ts";

interface Removal {
  readonly id: string;
  /** A list of our own posts, which takes the permission that reading one of them takes. */
  readonly ownList: string;
  readonly label: string;
  readonly call: <Value>(call: GraphCall<Value>) => Promise<GraphAnswer<Value>>;
}

const deleted = z.object({ success: z.boolean() });
const anything = z.unknown();

/** Takes down what has an id in Meta's graph. What is surely gone is gone. */
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

/** Meta says the same of what does not exist and of what we may not touch: so it is read, by a sign-in that surely may read. */
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
