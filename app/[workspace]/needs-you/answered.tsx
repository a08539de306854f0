"use client";

import { useTranslations } from "next-intl";

import type { givenAnswers } from "#lib/deliveries/input";

import { undoResolutionFormAction } from "../../_actions/deliveries.ts";
import { Button } from "../../_components/primitives/button.tsx";
import { FormOutcome } from "../../_components/primitives/form-outcome.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";
import { Part } from "../../_components/primitives/section.tsx";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";

/** Says what was just answered and offers the undo, for browsers without script, which show no toast. */
export function Answered({
  workspace,
  answer,
  deliveryId,
}: {
  workspace: string;
  answer: (typeof givenAnswers)[number];
  deliveryId: string | undefined;
}) {
  const t = useTranslations();
  const [state, submit] = useFormAction(undoResolutionFormAction, { typed: {} });
  return (
    <Part>
      <Notice>{t(`needs-you.answered.${answer}`)}</Notice>
      {answer === "leave-out" && deliveryId ? (
        <form action={submit} className="mt-2">
          <input type="hidden" name="workspace" value={workspace} />
          <input type="hidden" name="deliveryId" value={deliveryId} />
          <Button type="submit">{t("common.undo")}</Button>
          <FormOutcome state={state} />
        </form>
      ) : null}
    </Part>
  );
}
