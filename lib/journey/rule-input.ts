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
  /** The key of a stage or of a meaning, or `left` or `nowhere`. */
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

export const ruleEdit = z.discriminatedUnion("act", [
  /** Changes how one of the product's rules counts. */
  z.object({ act: z.literal("set"), key, rule: ruleInput }),
  /** Changes one of the workspace's own rules; without a key, adds one. */
  z.object({ act: z.literal("set-own"), key: key.optional(), rule: ownRuleInput }),
  /** Puts one of the product's rules back at its default, or removes one of the workspace's own. */
  z.object({ act: z.literal("remove"), key }),
  z.object({ act: z.literal("switch"), key, isOff: z.boolean() }),
  /**
   * Moves one of the workspace's own rules to this place, counted from 0. The first rule that matches
   * applies.
   */
  z.object({ act: z.literal("move"), key, to: z.number().int().min(0).max(100) }),
]);

export type RuleEdit = z.output<typeof ruleEdit>;

export const ruleEditInput = z.object({ version, edit: ruleEdit });

/** All changed and own rules of a workspace. The product's rules that are not named are at their defaults. */
export const rulesInput = z.object({
  version,
  changed: z.record(key, ruleInput).default({}),
  own: z
    .array(z.intersection(ownRuleInput, z.object({ key: key.optional() })))
    .max(50)
    .default([]),
});

export type RulesInput = z.output<typeof rulesInput>;
