import type { Store } from "../db/store.ts";
import type { Installation } from "../kernel/context.ts";
import { sharedCommit } from "./shared-commit.ts";

/** One worker at work. */
export interface Run {
  readonly installation: Installation;
  readonly workerId: string;
  /** Commits together with whatever else this worker has to save at the moment. */
  readonly commit: Store["transact"];
  /** True once nothing new may be sent. */
  readonly isStopping: () => boolean;
}

export function newRun(
  installation: Installation,
  workerId: string,
  isStopping: () => boolean = () => false,
): Run {
  const commit = sharedCommit(installation.transact);
  return { installation: { ...installation, transact: commit }, workerId, commit, isStopping };
}
