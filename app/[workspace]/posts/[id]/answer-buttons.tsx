"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";

import { answerDeliveryAction } from "../../../_actions/posts.ts";
import { Button } from "../../../_components/primitives/button.tsx";
import { showToast } from "../../../_components/primitives/toast.tsx";

const answers = {
  needs_person: ["is-there", "send-again", "leave-out"],
  missed: ["send-again", "leave-out"],
  failed: ["send-again", "leave-out"],
} as const;

/** The answers that a person can give to a delivery that waits. */
export function AnswerButtons({
  workspace,
  deliveryId,
  state,
}: {
  workspace: string;
  deliveryId: string;
  state: string;
}) {
  const t = useTranslations();
  const [isBusy, start] = useTransition();
  const offered =
    state === "needs_person" || state === "missed" || state === "failed" ? answers[state] : [];
  return offered.map((answer, index) => (
    <Button
      key={answer}
      variant={index === 0 ? "ink" : "outline"}
      disabled={isBusy}
      onClick={() =>
        start(async () => {
          const outcome = await answerDeliveryAction(workspace, { deliveryId, answer });
          if (!outcome.ok)
            showToast(t(`refusals.${outcome.refusal}`, outcome.detail), { isFailure: true });
        })
      }
    >
      {t(`delivery.answers.${answer}`)}
    </Button>
  ));
}
