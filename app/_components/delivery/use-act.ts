"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";

import type { Result } from "#lib/kernel/result";

import { useRefusal } from "../primitives/use-refusal.ts";

/** Runs a server action from a button: pending state, and a sentence after a refusal or without an answer. */
export function useAct() {
  const inWords = useRefusal();
  const common = useTranslations("common");
  const [isPending, startTransition] = useTransition();
  const [problem, setProblem] = useState<Problem>();

  function sentenceOf(wrong: Problem): string {
    if (wrong === undefined) return "";
    return wrong === "no-connection" ? common("noConnection") : inWords(wrong);
  }

  function act<Value>(
    work: () => Promise<Result<Value, string>>,
    onDone: (value: Value) => void,
  ): void {
    startTransition(async () => {
      try {
        const outcome = await work();
        setProblem(outcome.ok ? undefined : outcome);
        if (outcome.ok) onDone(outcome.value);
      } catch {
        setProblem("no-connection");
      }
    });
  }
  return { isPending, problem: sentenceOf(problem), act };
}

/** Stored as the refusal and not as its sentence, so that a change of language translates it. */
type Problem = Extract<Result<unknown, string>, { ok: false }> | "no-connection" | undefined;
