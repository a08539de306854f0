import { handReasonOf, type HandReason, type ToolRules } from "../networks/contract/tool-rules.ts";
import { partsFor, type PostWithVersions } from "./post.ts";

/**
 * A part that its network lets only a person send. No problem: it may be scheduled, and when it is due
 * we remind somebody. The message is `delivery.byHand.<code>`.
 */
export interface HandNote {
  readonly accountId: string;
  /** Counted from 1. */
  readonly part: number;
  readonly partCount: number;
  readonly reason: HandReason;
}

export interface AccountRules {
  readonly id: string;
  /** Absent where a tool may send everything. */
  readonly toolRules?:
    | {
        /** For the first part, which may answer somebody. */
        readonly first: ToolRules;
        /** For the parts of the thread under it. */
        readonly rest: ToolRules;
      }
    | undefined;
}

/** What of a post will be posted by hand, by each network's own rule. */
export function handNotesOf(
  post: Pick<PostWithVersions, "parts" | "versions">,
  accounts: readonly AccountRules[],
): HandNote[] {
  const chosen = accounts.filter(({ id }) =>
    post.versions.some(({ accountId }) => accountId === id),
  );
  return chosen.flatMap(({ id, toolRules }) => {
    if (!toolRules) return [];
    const parts = partsFor(post, id);
    return parts.flatMap(({ text }, index) => {
      const reason = handReasonOf(text, index === 0 ? toolRules.first : toolRules.rest);
      return reason ? [{ accountId: id, part: index + 1, partCount: parts.length, reason }] : [];
    });
  });
}
