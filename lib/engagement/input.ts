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
  /** The `next` of the page before. */
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
  /** Somebody known, or a new person by name. */
  person: z.union([
    z.object({ id: personId }),
    z.object({ name: z.string().trim().min(1).max(200).refine(isSeenName) }),
  ]),
  type: z.enum(touchpointTypes),
  channel: channelInput,
  /** Wall clock in the workspace's zone: `YYYY-MM-DDTHH:mm`. */
  at: z.string().max(30),
  text: z.string().trim().max(5_000).optional(),
  stars: z.coerce.number().int().min(1).max(5).optional(),
  note: z.string().trim().max(500).optional(),
});

export type TouchpointInput = z.infer<typeof touchpointInput>;

export const importInput = z.object({
  csv: z.string(),
  /** Where the list has dates such as 1/5/2026 and does not show by itself which number is the day. */
  dayOrder: z.enum(dayOrders).optional(),
  /** Looks and tells, and stores nothing. */
  isPreview: z.boolean(),
});

export type ImportInput = z.infer<typeof importInput>;
