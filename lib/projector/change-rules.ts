import type { z } from "zod";

import { editRule, replaceRules, type Rules, type RulesRefusal } from "../journey/edit-rules.ts";
import { ruleEditInput, rulesInput } from "../journey/rule-input.ts";
import { allOrNothing } from "../kernel/all-or-nothing.ts";
import type { Context } from "../kernel/context.ts";
import type { Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { saveRules } from "../workspaces/save-rules.ts";
import { markRebuild } from "./rebuild.ts";

type Changed = Promise<Result<Rules, RulesRefusal | "changed-since">>;

/** Changes one rule and starts a rebuild of everything derived. */
export async function changeRule(ctx: Context, input: z.input<typeof ruleEditInput>): Changed {
  requireRole(ctx, "manager");
  const { version, edit } = ruleEditInput.parse(input);
  return allOrNothing(ctx, async (tx) => {
    const saved = await saveRules(tx, ctx, version, (before) => editRule(before, edit, ctx.newId));
    if (saved.ok) await markRebuild(tx, ctx);
    return saved;
  });
}

/** Replaces all rules and starts a rebuild of everything derived. */
export async function changeRules(ctx: Context, input: z.input<typeof rulesInput>): Changed {
  requireRole(ctx, "manager");
  const rules = rulesInput.parse(input);
  return allOrNothing(ctx, async (tx) => {
    const saved = await saveRules(tx, ctx, rules.version, (before) =>
      replaceRules(before, rules, ctx.newId),
    );
    if (saved.ok) await markRebuild(tx, ctx);
    return saved;
  });
}
