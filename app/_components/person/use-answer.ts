"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";

import { useRefusal } from "../primitives/use-refusal.ts";

export type Answer =
  | { ok: true; value?: unknown }
  | { ok: false; refusal: string; detail: Readonly<Record<string, string | number>> };

type Problem = Extract<Answer, { ok: false }> | "no-connection" | undefined;

/** Sends a request to the server and keeps its refusal. The form's input is not changed. */
export function useAnswer() {
  const common = useTranslations("common");
  const inWords = useRefusal();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, start] = useTransition();

  function send<Given extends Answer>(
    work: () => Promise<Given>,
    onDone: (answer: Extract<Given, { ok: true }>) => void,
  ): void {
    start(async () => {
      const answer = await work().catch(() => "no-connection" as const);
      if (answer === "no-connection" || !answer.ok) return setProblem(answer);
      setProblem(undefined);
      onDone(answer as Extract<Given, { ok: true }>);
    });
  }
  return { send, refusal: sentence(), isBusy, clear: () => setProblem(undefined) };

  function sentence(): string {
    if (problem === undefined) return "";
    return problem === "no-connection" ? common("noConnection") : inWords(problem);
  }
}
