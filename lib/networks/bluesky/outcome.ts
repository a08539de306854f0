import type { OutcomeRule } from "../contract/connector.ts";

/** The key is ours, and sending it again cannot make a second post: hardly anything to wait for. */
export const outcome: OutcomeRule = { kind: "own-id", settleMs: 5_000, timeoutMs: 30_000 };
