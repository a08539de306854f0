import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import type { OptionChoice } from "../networks/contract/post-options.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { OptionChoicesInput } from "./input.ts";
import { findAccount } from "./repository.ts";
import { withSession } from "./with-session.ts";

interface OptionChoices {
  readonly choices: readonly OptionChoice[];
  /** True if the network has more choices than were read. */
  readonly hasMore: boolean;
}

/** Asks the network for the choices of a post option, such as the account's boards. */
export async function listOptionChoices(
  ctx: Context,
  { accountId, option }: OptionChoicesInput,
): Promise<Result<OptionChoices, "no-such-option" | "sign-in-needed" | "check-failed">> {
  requireRole(ctx, "editor");
  const account = await findAccount(ctx.db, ctx.workspaceId, accountId);
  const { label: network, postOptions = [], optionChoices } = ctx.networks.get(account.network);
  const isAsked = postOptions.some(({ key, isAsked: asked }) => key === option && asked);
  if (!isAsked || !optionChoices) return refused("no-such-option", { network, option });
  const outcome = await withSession(ctx, account, (session) => optionChoices(session, option));
  if (outcome.kind === "choices")
    return ok({ choices: outcome.choices, hasMore: outcome.hasMore ?? false });
  const said = outcome.detail;
  if (outcome.kind === "reconnect") return refused("sign-in-needed", { network, said });
  return refused("check-failed", { network, said });
}
