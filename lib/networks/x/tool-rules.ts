import type { ReplyTarget } from "../contract/remote.ts";
import type { ToolRules } from "../contract/tool-rules.ts";
import { targetOf } from "./reply-target.ts";

export const names = String.raw`(?<![\w@/])@(\w{1,15})(?![\w@])`;
const cashtags = String.raw`(?<![\w$])\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?!\w)`;

/**
 * X's rules of 2026: tools may reply only to people who mentioned or quoted the account, must not mention
 * anybody first, and may use one cashtag per post.
 */
export function toolRules(
  { handle }: { readonly handle: string },
  replyTo: ReplyTarget | undefined,
): ToolRules {
  const target = targetOf(replyTo);
  const other = target && "by" in target ? target : undefined;
  return {
    isUnasked: other !== undefined && !other.isSummons,
    names,
    asked: [handle, ...(other ? [other.by] : [])].map((name) => name.toLowerCase()),
    cashtags,
  };
}
