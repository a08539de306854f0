"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";

import type { Result } from "#lib/kernel/result";

/** Runs a server action from a button: busy while it runs, a sentence where it was refused or the server is away. */
export function useAct() {
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const [isPending, startTransition] = useTransition();
  const [problem, setProblem] = useState("");

  function act<Value>(
    work: () => Promise<Result<Value, string>>,
    onDone: (value: Value) => void,
  ): void {
    startTransition(async () => {
      try {
        const outcome = await work();
        setProblem(outcome.ok ? "" : refusals(outcome.refusal, outcome.detail));
        if (outcome.ok) onDone(outcome.value);
      } catch {
        setProblem(common("noConnection"));
      }
    });
  }
  return { isPending, problem, act };
}
