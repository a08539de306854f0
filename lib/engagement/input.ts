import { z } from "zod";

import { isSeenName } from "../kernel/control-signs.ts";
import { dayOrders } from "../kernel/read-day.ts";
import { channelNamed } from "./channel.ts";
import { touchpointTypes } from "./touchpoint.ts";

const personId = z.string().min(1).max(100);

export const touchpointFilter = z.object({
  personId: personId.optional(),
  postId: z.string().max(100).optional(),
  accountId: z.string().max(100).optional(),
  stageId: z.string().max(100).optional(),
  type: z.enum(touchpointTypes).optional(),
  channel: z.string().max(50).optional(),
  since: z.coerce.date().optional(),
  /** The `next` of the previous page. */
  after: z.string().max(200).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export type TouchpointFilter = z.input<typeof touchpointFilter>;

export const appreciateInput = z.object({
  touchpointId: z.string().min(1).max(64),
  how: z.enum(["like", "repost"]),
});

export type AppreciateInput = z.infer<typeof appreciateInput>;

const channelInput = z.string().transform((name, check) => {
  const channel = channelNamed(name);
  if (channel === undefined) check.addIssue({ code: "custom" });
  return channel ?? z.NEVER;
});

export const touchpointInput = z.object({
  /** A known person, or the name of a new one. */
  person: z.union([
    z.object({ id: personId }),
    z.object({ name: z.string().trim().min(1).max(200).refine(isSeenName) }),
  ]),
  type: z.enum(touchpointTypes),
  channel: channelInput,
  /** Wall-clock time in the workspace's zone: `YYYY-MM-DDTHH:mm`. */
  at: z.string().max(30),
  text: z.string().trim().max(5_000).optional(),
  stars: z.coerce.number().int().min(1).max(5).optional(),
  note: z.string().trim().max(500).optional(),
});

export type TouchpointInput = z.infer<typeof touchpointInput>;

export const importInput = z.object({
  csv: z.string(),
  /**
   * The order of day and month, for a list with dates such as 1/5/2026 from which the order cannot be told.
   */
  dayOrder: z.enum(dayOrders).optional(),
  /** Reports what an import would do and stores nothing. */
  isPreview: z.boolean(),
});

export type ImportInput = z.infer<typeof importInput>;
