import { z } from "zod";

import { verdicts } from "../engagement/verdict.ts";
import { closeReasons } from "./case-reasons.ts";
import { quietWays } from "./recognition-kinds.ts";

export const shoutOutInput = z.object({ shoutOutId: z.string().max(64) });

export const thankedByHandInput = shoutOutInput.extend({ isPrivate: z.boolean().optional() });

/** With an address and a text an e-mail is sent; without an address the thank-you is only recorded. */
export const quietThanksInput = z
  .object({
    personId: z.string().max(64),
    way: z.enum(quietWays),
    to: z.email().max(320).optional(),
    text: z.string().trim().min(1).max(20_000).optional(),
  })
  .refine(({ to, text }) => to === undefined || text !== undefined, { path: ["text"] });

export type QuietThanksInput = z.infer<typeof quietThanksInput>;

export const closeCaseInput = z.object({
  personId: z.string().max(64),
  reason: z.enum(closeReasons),
});

export type CloseCaseInput = z.infer<typeof closeCaseInput>;

export const acceptInput = shoutOutInput.extend({
  /** Replaces the draft. */
  text: z.string().min(1).max(20_000).optional(),
});

export type AcceptInput = z.infer<typeof acceptInput>;

export const wordingInput = shoutOutInput.extend({
  /** A tone, or the key of one of the workspace's own sentences. */
  wording: z.string().min(1).max(80),
});

export type WordingInput = z.infer<typeof wordingInput>;

export const answerInput = z.object({ touchpointId: z.string().max(64) });

export const skipReasons = ["not-a-fan", "not-now", "sensitive", "other", "never"] as const;

export const skipInput = shoutOutInput.extend({ reason: z.enum(skipReasons) });

export type SkipInput = z.infer<typeof skipInput>;

export const confirmInput = z.object({
  touchpointId: z.string().max(64),
  verdict: z.enum(verdicts),
});

export type ConfirmInput = z.infer<typeof confirmInput>;
