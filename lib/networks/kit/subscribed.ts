import type { SubscribeOutcome } from "../contract/outcome.ts";
import type { GraphAnswer } from "./graph-call.ts";
import { unread } from "./read-failure.ts";

/** What Meta's answer to a subscription means. */
export function subscribed(answer: GraphAnswer<unknown>): SubscribeOutcome {
  if (answer.kind === "ok") return { kind: "subscribed" };
  if (answer.kind === "refused") return { kind: "refused", detail: answer.detail };
  return unread(answer);
}
