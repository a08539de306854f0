import { z } from "zod";

import { isSeenName } from "../kernel/control-signs.ts";
import { version } from "../workspaces/input.ts";
import { ruleConditions, strengths } from "../workspaces/journey-settings.ts";
import { meaningOf } from "../workspaces/stage.ts";
import { ruleTypes } from "./rule-types.ts";

const number = z.preprocess(
  (value) => (typeof value === "string" ? value.trim().replace(",", ".") || "empty" : value),
  z.coerce.number(),
);

export const ruleInput = z.object({
  /** Of the workspace or what one means; `left`, or `nowhere`. */
  stage: z
    .string()
    .max(64)
    .refine((stage) => stage === "left" || stage === "nowhere" || meaningOf(stage) !== undefined),
  strength: z.enum(strengths),
  advocacyWeight: number.pipe(z.number().min(-20).max(20)),
  halfLifeDays: number.pipe(z.number().int().min(14).max(365)),
  isOff: z.boolean().default(false),
});

export const ownRuleInput = ruleInput
  .extend({
    name: z.string().trim().min(1).max(60).refine(isSeenName),
    type: z.enum(ruleTypes),
    condition: z.enum(ruleConditions),
    value: z.string().trim().max(80).default(""),
  })
  .superRefine(({ condition, value }, ctx) => {
    const isStars = condition === "stars-at-least" || condition === "stars-at-most";
    const asksForValue = isStars || condition === "words" || condition === "channel";
    if ((asksForValue && value === "") || (isStars && !/^[1-5]$/.test(value)))
      ctx.addIssue({ code: "custom", path: ["value"] });
  });

const key = z.string().min(1).max(80);

/** One change of one rule. */
export const ruleEdit = z.discriminatedUnion("act", [
  /** Of one of the product's: how it counts. */
  z.object({ act: z.literal("set"), key, rule: ruleInput }),
  /** One of the workspace's own; without a key a new one. */
  z.object({ act: z.literal("set-own"), key: key.optional(), rule: ownRuleInput }),
  /** One of the product's is as it was made, one's own is gone. */
  z.object({ act: z.literal("remove"), key }),
  z.object({ act: z.literal("switch"), key, isOff: z.boolean() }),
  /** Which of one's own it is, counted from 0: the first that a touchpoint falls under holds. */
  z.object({ act: z.literal("move"), key, to: z.number().int().min(0).max(100) }),
]);

export type RuleEdit = z.output<typeof ruleEdit>;

export const ruleEditInput = z.object({ version, edit: ruleEdit });

/** All rules that are not as the product has them; those that are not named are. */
export const rulesInput = z.object({
  version,
  changed: z.record(key, ruleInput).default({}),
  own: z
    .array(z.intersection(ownRuleInput, z.object({ key: key.optional() })))
    .max(50)
    .default([]),
});

export type RulesInput = z.output<typeof rulesInput>;
