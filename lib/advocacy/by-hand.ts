import type { Account } from "../accounts/account.ts";
import type { Touchpoint } from "../engagement/touchpoint.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import { handReasonOf, type HandReason } from "../networks/contract/tool-rules.ts";
import type { ShoutOut } from "./shout-out.ts";

/** A thank-you that its network lets only a person send. */
export interface ByHand {
  readonly reason: HandReason;
  /** The network's own page for writing it, with the draft filled in. */
  readonly composer: string;
}

/** Undefined where a tool may send the draft. */
export function byHandOf(
  networks: NetworkRegistry,
  { kind, draft }: Pick<ShoutOut, "kind" | "draft">,
  account: Account,
  act: Touchpoint | undefined,
): ByHand | undefined {
  const { toolRules, composer } = networks.get(account.network);
  const replyTo = (kind === "reply" && act?.replyTarget) || undefined;
  const rules = toolRules?.(account, replyTo);
  const reason = rules && handReasonOf(draft.text, rules);
  return reason && composer && { reason, composer: composer(draft.text, replyTo) };
}
