import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { applyToRest } from "./apply-event.ts";
import type { Delivery } from "./delivery.ts";
import { isSearchedFirst } from "./find-search-first.ts";

/** Schedules the rest of the thread at `at`, when the delivery's own part is to be sent. */
export async function resumeThread(
  tx: Tx,
  ctx: Context,
  delivery: Delivery,
  at: Date,
): Promise<void> {
  await applyToRest(tx, ctx, delivery, ["scheduled", "missed", "stopped"], {
    type: "thread-resumed",
    at,
    isSearchedFirst: await isSearchedFirst(tx, delivery),
  });
}
