"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";

export type Answer =
  | { ok: true; value?: unknown }
  | { ok: false; refusal: string; detail: Readonly<Record<string, string | number>> };

/** Sends one thing to the server and keeps what it refuses, as a sentence. Nothing typed is lost either way. */
export function useAnswer() {
  const t = useTranslations();
  const [refusal, setRefusal] = useState("");
  const [isBusy, start] = useTransition();

  function send<Given extends Answer>(
    work: () => Promise<Given>,
    onDone: (answer: Extract<Given, { ok: true }>) => void,
  ): void {
    start(async () => {
      const answer = await work().catch(() => undefined);
      if (answer?.ok) {
        setRefusal("");
        onDone(answer as Extract<Given, { ok: true }>);
        return;
      }
      const key = `refusals.${answer?.refusal ?? ""}`;
      setRefusal(answer && t.has(key) ? t(key, answer.detail) : t("common.noConnection"));
    });
  }
  return { send, refusal, isBusy, clear: () => setRefusal("") };
}
