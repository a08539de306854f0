import { z } from "zod";

import type { Door } from "../connector.ts";
import { exchange, type Answer } from "./call.ts";
import { instanceAnswer, type InstanceAnswer } from "./wire.ts";

const freshForMs = 24 * 60 * 60_000;

const remembered = z.object({ readAt: z.iso.datetime(), instance: instanceAnswer });

/** What a server says of itself: its name and its limits. Kept for a day. */
export async function instanceAt(
  door: Pick<Door, "http" | "now" | "memory">,
  origin: string,
): Promise<Answer<InstanceAnswer>> {
  const known = remembered.safeParse(await door.memory.recall(keyOf(origin))).data;
  if (known && isFresh(known.readAt, door.now()))
    return { kind: "ok", value: known.instance, status: 200, headers: new Headers() };
  return readInstance(door, origin);
}

/** Asks anew, whatever is remembered. */
export async function readInstance(
  door: Pick<Door, "http" | "now" | "memory">,
  origin: string,
): Promise<Answer<InstanceAnswer>> {
  const answer = await exchange(door, origin, { path: "/api/v2/instance", shape: instanceAnswer });
  if (answer.kind === "ok") {
    const instance = z.record(z.string(), z.json()).parse(stored(answer.value));
    await door.memory.remember(keyOf(origin), { readAt: door.now().toISOString(), instance });
  }
  return answer;
}

function isFresh(readAt: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(readAt);
  return age >= 0 && age < freshForMs;
}

function keyOf(origin: string): string {
  return `instance ${origin}`;
}

/** Without what is undefined: it is going to be JSON. */
function stored(value: InstanceAnswer): unknown {
  return JSON.parse(JSON.stringify(value));
}
