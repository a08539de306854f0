import type { ExamineOutcome, Permission } from "../contract/outcome.ts";
import type { GraphAnswer } from "./graph-call.ts";
import { unread } from "./read-failure.ts";

/** A question that a network answers to whoever has one permission. */
export interface Probe {
  readonly name: string;
  readonly isNeeded?: true;
  readonly ask: () => Promise<GraphAnswer<unknown>>;
}

/** Asks one by one. What is refused for another reason tells nothing of the permission. */
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
