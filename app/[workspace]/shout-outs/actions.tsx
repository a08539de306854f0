"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";

import { acceptShoutOutAction, markThankedByHandAction } from "../../_actions/advocacy.ts";
import { Button } from "../../_components/primitives/button.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";
import { SkipReasons, useSkip } from "./skip-reasons.tsx";

/** Exactly one filled button in the list: the first row's. */
export function Actions({
  workspace,
  shoutOutId,
  isFirst,
}: {
  workspace: string;
  shoutOutId: string;
  isFirst: boolean;
}) {
  const t = useTranslations("shout-outs");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [problem, setProblem] = useState<string>();
  const [isSkipping, setSkipping] = useState(false);
  const skip = useSkip(workspace, shoutOutId, setProblem);

  const edit = () =>
    start(async () => {
      const outcome = await acceptShoutOutAction(workspace, { shoutOutId });
      if (outcome.ok) router.push(`/${workspace}/compose?post=${outcome.value.id}`);
      else setProblem(refusals(outcome.refusal, outcome.detail));
    });
  const done = () =>
    start(async () => {
      const outcome = await markThankedByHandAction(workspace, { shoutOutId });
      if (!outcome.ok) setProblem(refusals(outcome.refusal, outcome.detail));
    });

  return (
    <>
      <div className="draft-actions">
        <Button variant={isFirst ? "ink" : "outline"} disabled={isPending} onClick={edit}>
          {t("edit")}
        </Button>
        <Button variant={isFirst ? "outline" : "quiet"} disabled={isPending} onClick={done}>
          {t("byHand")}
        </Button>
        <Button variant="quiet" aria-expanded={isSkipping} onClick={() => setSkipping(!isSkipping)}>
          {t("skip")}
        </Button>
        <Button variant="quiet" disabled={skip.isPending} onClick={() => skip.because("never")}>
          {t("never")}
        </Button>
      </div>
      {isSkipping ? <SkipReasons isPending={skip.isPending} onChoose={skip.because} /> : null}
      <Notice tone="danger">{problem}</Notice>
    </>
  );
}
