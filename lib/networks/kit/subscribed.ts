import type { SubscribeOutcome } from "../contract/outcome.ts";
import type { GraphAnswer } from "./graph-call.ts";
import { unread } from "./read-failure.ts";

/** Returns the outcome for Meta's answer to a webhook subscription. */
export function subscribed(answer: GraphAnswer<unknown>): SubscribeOutcome {
  if (answer.kind === "ok") return { kind: "subscribed" };
  if (answer.kind === "refused") return { kind: "refused", detail: answer.detail };
  return unread(answer);
}
