import { setTimeout as pause } from "node:timers/promises";

import type { Session } from "../contract/session.ts";
import type { GraphAnswer } from "../kit/graph-call.ts";
import type { GraphFailure } from "../kit/graph-failure.ts";
import { callAs } from "./call.ts";
import type { ThreadsSettings } from "./settings.ts";
import { containerAnswer, containerFields, idAnswer } from "./wire.ts";

/**
 * State of a container: `IN_PROGRESS` while Threads fetches its pictures, `FINISHED` when it can be
 * published.
 */
export interface ContainerState {
  readonly status: string;
  readonly error_message?: string | undefined;
}

export function readContainer(
  session: Session,
  settings: ThreadsSettings,
  container: string,
  timeoutMs?: number,
): Promise<GraphAnswer<ContainerState>> {
  return callAs(session, settings, {
    path: `/${encodeURIComponent(container)}`,
    params: { fields: containerFields },
    shape: containerAnswer,
    ...(timeoutMs && { timeoutMs }),
  });
}

/**
 * Creates a container and returns its id. An unused container does no harm: it is not visible and expires
 * after a day.
 */
export async function makeContainer(
  session: Session,
  settings: ThreadsSettings,
  params: Readonly<Record<string, string | undefined>>,
): Promise<GraphAnswer<string>> {
  const path = `/${encodeURIComponent(session.account.remoteId)}/threads`;
  const answer = await callAs(session, settings, {
    method: "POST",
    path,
    params,
    shape: idAnswer,
    timeoutMs: makingMs,
  });
  return answer.kind === "ok" ? { kind: "ok", value: answer.value.id } : answer;
}

const makingMs = 30_000;
const firstLookMs = 300;
const longestWaitMs = 4_000;

/**
 * Waits until the container can be published and then returns undefined; otherwise returns the failure.
 * `left` returns the milliseconds that remain.
 */
export async function waitFor(
  session: Session,
  settings: ThreadsSettings,
  container: string,
  left: () => number,
): Promise<GraphFailure | undefined> {
  for (let wait = firstLookMs; ; wait = Math.min(wait * 2, longestWaitMs)) {
    const answer = await readContainer(session, settings, container);
    if (answer.kind !== "ok") return answer;
    const { status, error_message: words } = answer.value;
    if (status === "FINISHED") return undefined;
    if (status !== "IN_PROGRESS")
      return { kind: "refused", code: "image-unreadable", detail: words ?? status };
    if (left() <= 0)
      return { kind: "not-sent", detail: "Threads took too long over the pictures." };
    await pause(wait);
  }
}
