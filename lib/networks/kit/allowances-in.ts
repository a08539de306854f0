import { z } from "zod";

import type { Allowance } from "../contract/outcome.ts";

const shares = {
  posts: ["quota_usage", "config"],
  replies: ["reply_quota_usage", "reply_config"],
} as const;
const config = z.object({ quota_total: z.number() });
const answer = z.object({ data: z.array(z.record(z.string(), z.unknown())) });

/**
 * Reads how much of the daily allowance is used, from an answer of Instagram or Threads. The period is the
 * last 24 hours.
 */
export function allowancesIn(told: unknown): Allowance[] {
  const [row] = answer.safeParse(told).data?.data ?? [];
  if (!row) return [];
  return (["posts", "replies"] as const).flatMap((name) => {
    const [usage, limit] = shares[name];
    const used = z.number().safeParse(row[usage]).data;
    const total = config.safeParse(row[limit]).data?.quota_total;
    return used === undefined || !total ? [] : [{ name, used, total }];
  });
}
