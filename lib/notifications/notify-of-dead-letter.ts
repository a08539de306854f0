import { isDeadLetter } from "../dead-letters/is-dead-letter.ts";
import type { Context } from "../kernel/context.ts";
import { notify } from "./notify.ts";

/** Notifies of a dead letter, unless it was retried meanwhile. */
export async function notifyOfDeadLetter(
  ctx: Context,
  jobId: string,
  eventId: string,
): Promise<void> {
  if (await isDeadLetter(ctx, jobId)) await notify(ctx, { kind: "dead-letter", eventId });
}
