import { z } from "zod";

import type { ConnectorContext } from "../contract/connector.ts";
import { exchange, type Answer } from "./call.ts";
import { olderInstanceAnswer } from "./older-instance.ts";
import { instanceAnswer, type InstanceAnswer } from "./wire.ts";

const freshForMs = 24 * 60 * 60_000;

const remembered = z.object({ readAt: z.iso.datetime(), instance: instanceAnswer });

/** What a server says of itself: its name and its limits. Kept for a day. Some say it to their own people alone. */
export async function instanceAt(
  context: Pick<ConnectorContext, "http" | "now" | "memory">,
  origin: string,
  token?: string,
): Promise<Answer<InstanceAnswer>> {
  const known = remembered.safeParse(await context.memory.recall(keyOf(origin))).data;
  if (known && isFresh(known.readAt, context.now()))
    return { kind: "ok", value: known.instance, status: 200, headers: new Headers() };
  return readInstance(context, origin, token);
}

/** Asks anew, whatever is remembered. */
export async function readInstance(
  context: Pick<ConnectorContext, "http" | "now" | "memory">,
  origin: string,
  token?: string,
): Promise<Answer<InstanceAnswer>> {
  const answer = await askInstance(context, origin, token);
  if (answer.kind === "ok") {
    const instance = z.record(z.string(), z.json()).parse(stored(answer.value));
    await context.memory.remember(keyOf(origin), { readAt: context.now().toISOString(), instance });
  }
  return answer;
}

/** The older address where the newer one is not there, answers something else, or breaks. */
async function askInstance(
  context: Pick<ConnectorContext, "http" | "now">,
  origin: string,
  token: string | undefined,
): Promise<Answer<InstanceAnswer>> {
  const newest = { path: "/api/v2/instance", shape: instanceAnswer };
  const answer = await exchange(context, origin, newest, token);
  if (!isAnswered(answer)) return answer;
  const oldest = { path: "/api/v1/instance", shape: olderInstanceAnswer };
  const older = await exchange(context, origin, oldest, token);
  // What the newer one said tells more where neither is of this network.
  return older.kind === "ok" ? older : answer;
}

/** With anything but what was asked for, by a server that can be reached. */
function isAnswered(answer: Answer<InstanceAnswer>): boolean {
  if (answer.kind === "refused" || answer.kind === "reconnect") return true;
  return answer.kind === "unknown" && (answer.isUnreadable === true || "httpStatus" in answer);
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
