import type { Runtime } from "../kernel/context.ts";
import type { JournalEntry } from "../kernel/ports.ts";
import { enterSafeMode } from "./enter-safe-mode.ts";
import { type KnownIntent, findLastActivity, listIntents } from "./safe-mode-repository.ts";
import type { SafeMode } from "./safe-mode.ts";

/** Checks whether the database still has everything that was written to it. */
export interface RollbackDetection {
  /**
   * True at the start and after a connection was lost, because a server with older data may answer from then
   * on.
   */
  readonly isDue: () => boolean;
  readonly look: () => Promise<void>;
}

export function rollbackDetection(runtime: Runtime): RollbackDetection {
  let looked = -1;
  const interruptions = () => runtime.interruptions?.() ?? 0;
  const isDue = () => looked !== interruptions();
  return {
    isDue,
    async look() {
      if (!isDue()) return;
      const seen = interruptions();
      await detectRollback(runtime);
      looked = seen;
    },
  };
}

/**
 * Compares the database with the send journal. A restored database, or a replica that lagged behind at a
 * failover, lacks some of its entries; then safe mode is entered. Returns undefined if nothing is missing.
 */
export async function detectRollback(runtime: Runtime): Promise<SafeMode | undefined> {
  const { db, sendJournal } = runtime;
  const journal = sendJournal?.entries() ?? [];
  if (journal.length === 0) return undefined;
  const known = await listIntents(
    db,
    journal.map(({ deliveryId }) => deliveryId),
  );
  const lacking = journal.filter((intent) => isLacking(intent, known.get(intent.deliveryId)));
  const [first] = lacking;
  if (!first) return undefined;
  const lastKnown = (await findLastActivity(db, { ofWorkers: false })) ?? first.at;
  const since = new Date(Math.min(lastKnown.getTime(), first.at.getTime()));
  runtime.log.warn({ since, lacking: lacking.length }, "The database is older than what left.");
  const safeMode = await enterSafeMode(runtime, since, "went-back");
  sendJournal?.clear();
  return safeMode;
}

/**
 * Whether the database lacks an intent. Each claim raises the fence and each intent sets a later time.
 * Attempts are kept after their delivery was removed, so a delivery with attempts is not missing.
 */
export function isLacking(
  { fence, at }: Pick<JournalEntry, "fence" | "at">,
  known: KnownIntent | undefined,
): boolean {
  if (!known) return true;
  if (known.fence === null) return false;
  if (known.fence !== fence) return known.fence < fence;
  return (known.intentAt?.getTime() ?? 0) < at.getTime();
}
