import type { ExamineOutcome, Permission } from "../contract/outcome.ts";
import type { GraphAnswer } from "./graph-call.ts";
import { unread } from "./read-failure.ts";

/** A request that succeeds only with one permission. */
export interface Probe {
  readonly name: string;
  readonly isNeeded?: true;
  readonly ask: () => Promise<GraphAnswer<unknown>>;
}

/**
 * Tests the permissions one by one. A refusal for another reason says nothing about the permission, which is
 * then omitted.
 */
export async function examined(probes: readonly Probe[], endsAt?: Date): Promise<ExamineOutcome> {
  const permissions: Permission[] = [];
  for (const { name, isNeeded = false, ask } of probes) {
    const answer = await ask();
    if (answer.kind !== "ok" && answer.kind !== "refused") return unread(answer);
    const isForbidden = answer.kind === "refused" && answer.code === "forbidden";
    if (answer.kind === "ok" || isForbidden)
      permissions.push({ name, isNeeded, isGiven: !isForbidden });
  }
  return { kind: "examined", permissions, ...(endsAt && { endsAt }) };
}
