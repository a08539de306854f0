import { z } from "zod";

export const shoutOutInput = z.object({ shoutOutId: z.string().max(64) });

export const thankedByHandInput = shoutOutInput.extend({ isPrivate: z.boolean().optional() });

export const acceptInput = shoutOutInput.extend({
  /** In place of the draft. */
  text: z.string().min(1).max(20_000).optional(),
});

export type AcceptInput = z.infer<typeof acceptInput>;

export const skipReasons = ["not-a-fan", "not-now", "sensitive", "other", "never"] as const;

export const skipInput = shoutOutInput.extend({ reason: z.enum(skipReasons) });

export type SkipInput = z.infer<typeof skipInput>;

export const confirmInput = z.object({
  touchpointId: z.string().max(64),
  verdict: z.enum(["compliment", "not-a-compliment"]),
});

export type ConfirmInput = z.infer<typeof confirmInput>;
