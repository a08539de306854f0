import type { OutcomeRule } from "../contract/connector.ts";

/** `Idempotency-Key` makes sending again harmless for an hour; later, a listing of our own posts tells. */
export const outcome: OutcomeRule = { kind: "key", settleMs: 120_000, timeoutMs: 30_000 };
