import { handReasonOf, type HandReason, type ToolRules } from "../networks/contract/tool-rules.ts";
import { partsFor, type PostWithVersions } from "./post.ts";

/**
 * A part that its network lets only a person send. It can still be scheduled; somebody is reminded when it is
 * due. The text is `delivery.byHand.<code>`.
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
  /** Absent if the network lets tools send everything. */
  readonly toolRules?:
    | {
        /** For the first part, which may answer a touchpoint. */
        readonly first: ToolRules;
        /** For the later parts of the thread. */
        readonly rest: ToolRules;
      }
    | undefined;
}

/** Returns the parts of a post that a person has to send because of their network's rules. */
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
