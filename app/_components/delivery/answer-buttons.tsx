"use client";

import { useTranslations } from "next-intl";

import type { Answer } from "#lib/publishing/answer";

import { answerDeliveryAction } from "../../_actions/publishing.ts";
import { Button } from "../primitives/button.tsx";
import { Notice } from "../primitives/notice.tsx";
import { showToast } from "../primitives/toast.tsx";
import { useAct } from "./use-act.ts";

type State = "needs_person" | "missed" | "failed";

/** The answers as buttons, the safest one filled. */
export function AnswerButtons({
  workspace,
  deliveryId,
  state,
  answers,
}: {
  workspace: string;
  deliveryId: string;
  state: State;
  answers: readonly Answer[];
}) {
  const t = useTranslations("delivery");
  const { isPending, problem, act } = useAct();
  const give = (answer: Answer) =>
    act(
      () => answerDeliveryAction(workspace, { deliveryId, answer }),
      () => showToast(t(`answered.${answer}`)),
    );

  return (
    <>
      {answers.map((answer, index) => (
        <Button
          key={answer}
          variant={index === 0 ? "ink" : answer === "leave-out" ? "quiet" : "outline"}
          disabled={isPending}
          onClick={() => give(answer)}
        >
          {t(labelOf(answer, state))}
        </Button>
      ))}
      <Notice tone="danger">{problem}</Notice>
    </>
  );
}

/** "Post again" is an answer to a doubt; after a failure it is another try, after a miss it is late. */
function labelOf(answer: Answer, state: State): string {
  if (answer === "send-again" && state === "failed") return "retry";
  if (answer === "send-again" && state === "missed") return "postLate";
  return `answers.${answer}`;
}
