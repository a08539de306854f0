import type { Account } from "../accounts/account.ts";
import type { Touchpoint } from "../engagement/touchpoint.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import { handReasonOf, type HandReason } from "../networks/contract/tool-rules.ts";
import type { ShoutOut } from "./shout-out.ts";

/** A thank-you that only a person may send, by the rules of its network. */
export interface ByHand {
  readonly reason: HandReason;
  /** Address of the network's page for writing it, with the draft filled in. */
  readonly composer: string;
}

/** Returns undefined if the product may send the draft. */
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
