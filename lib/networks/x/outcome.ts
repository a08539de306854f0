import type { OutcomeRule } from "../contract/connector.ts";

/** No key and no id of ours: a second identical post is refused without naming the first, so the listing decides. */
export const outcome: OutcomeRule = {
  kind: "duplicate-listing",
  settleMs: 120_000,
  timeoutMs: 30_000,
};
