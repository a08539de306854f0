import { z } from "zod";

import type { ConnectorContext } from "../contract/session.ts";
import { exchange, type Answer } from "./call.ts";
import { olderInstanceAnswer } from "./older-instance.ts";
import { instanceAnswer, type InstanceAnswer } from "./wire.ts";

const freshForMs = 24 * 60 * 60_000;

const remembered = z.object({ readAt: z.iso.datetime(), instance: instanceAnswer });

/** Returns the server's domain and limits, remembered for a day. Some servers require a token for this. */
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

/** Asks the server again and ignores what is remembered. */
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

/** Tries the older address if the newer one is missing, has another format or fails. */
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
  // If neither answer is usable, the failure of the newer address says more.
  return older.kind === "ok" ? older : answer;
}

/** Whether the server answered, but not with what was asked for. */
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

/** Returns the value without undefined properties, for JSON. */
function stored(value: InstanceAnswer): unknown {
  return JSON.parse(JSON.stringify(value));
}
