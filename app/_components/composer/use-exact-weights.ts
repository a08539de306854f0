"use client";

import { useEffect, useState } from "react";

import type * as Loaded from "#lib/networks/contract/weighted";

import type { ComposerAccount } from "./draft.ts";

type Weights = typeof Loaded;

/**
 * Loads X's counting rule and link detection if an account needs them. Until then, only links without
 * `https://` are counted wrongly.
 */
export function useExactWeights(accounts: readonly ComposerAccount[]): Weights | undefined {
  const [weights, setWeights] = useState<Weights>();
  const isNeeded = accounts.some(({ limits, prices }) => limits.text.unit === "weighted" || prices);
  useEffect(() => {
    if (!isNeeded) return;
    let isGone = false;
    void import("#lib/networks/contract/weighted").then((loaded) => {
      if (!isGone) setWeights(loaded);
    });
    return () => {
      isGone = true;
    };
  }, [isNeeded]);
  return weights;
}
