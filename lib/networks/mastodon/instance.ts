import { z } from "zod";

import type { ConnectorContext } from "../contract/connector.ts";
import { exchange, type Answer } from "./call.ts";
import { olderInstanceAnswer } from "./older-instance.ts";
import { instanceAnswer, type InstanceAnswer } from "./wire.ts";

const freshForMs = 24 * 60 * 60_000;

const remembered = z.object({ readAt: z.iso.datetime(), instance: instanceAnswer });

/** What a server says of itself: its name and its limits. Kept for a day. */
export async function instanceAt(
  context: Pick<ConnectorContext, "http" | "now" | "memory">,
  origin: string,
): Promise<Answer<InstanceAnswer>> {
  const known = remembered.safeParse(await context.memory.recall(keyOf(origin))).data;
  if (known && isFresh(known.readAt, context.now()))
    return { kind: "ok", value: known.instance, status: 200, headers: new Headers() };
  return readInstance(context, origin);
}

/** Asks anew, whatever is remembered. */
export async function readInstance(
  context: Pick<ConnectorContext, "http" | "now" | "memory">,
  origin: string,
): Promise<Answer<InstanceAnswer>> {
  const answer = await askInstance(context, origin);
  if (answer.kind === "ok") {
    const instance = z.record(z.string(), z.json()).parse(stored(answer.value));
    await context.memory.remember(keyOf(origin), { readAt: context.now().toISOString(), instance });
  }
  return answer;
}

/** The older address where the newer one is not there, or answers something else. */
async function askInstance(
  context: Pick<ConnectorContext, "http" | "now">,
  origin: string,
): Promise<Answer<InstanceAnswer>> {
  const answer = await exchange(context, origin, {
    path: "/api/v2/instance",
    shape: instanceAnswer,
  });
  const isElsewhere =
    answer.kind === "refused" || (answer.kind === "unknown" && answer.isUnreadable);
  if (!isElsewhere) return answer;
  const older = await exchange(context, origin, {
    path: "/api/v1/instance",
    shape: olderInstanceAnswer,
  });
  // What the newer one said tells more where neither is of this network.
  return older.kind === "ok" ? older : answer;
}

function isFresh(readAt: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(readAt);
  return age >= 0 && age < freshForMs;
}

function keyOf(origin: string): string {
  return `server ${origin}`;
}

/** Without what is undefined: it is going to be JSON. */
function stored(value: InstanceAnswer): unknown {
  return JSON.parse(JSON.stringify(value));
}
