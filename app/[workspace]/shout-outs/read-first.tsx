"use client";

import { useTranslations } from "next-intl";

import { confirmTouchpointAction } from "../../_actions/advocacy.ts";
import { useAct } from "../../_components/delivery/use-act.ts";
import { Button } from "../../_components/primitives/button.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";

/** A text that is classified too uncertainly to thank for; a person reads it first. */
export function ReadFirst({
  workspace,
  act,
  canAct,
}: {
  workspace: string;
  act: { id: string; text: string | null };
  canAct: boolean;
}) {
  const t = useTranslations("shout-outs");
  const { act: run, isPending, problem } = useAct();
  const judge = (verdict: "compliment" | "not-a-compliment") =>
    run(() => confirmTouchpointAction(workspace, { touchpointId: act.id, verdict }), noop);
  return (
    <div className="rounded-2 border bg-sunken p-3 text-read wrap-anywhere">
      <p className="text-ink-2">{t("readFirst")}</p>
      {act.text ? <blockquote className="my-2">“{act.text}”</blockquote> : null}
      {canAct ? (
        <div className="mt-2 flex flex-wrap gap-x-1 gap-y-2">
          <Button disabled={isPending} onClick={() => judge("compliment")}>
            {t("isCompliment")}
          </Button>
          <Button disabled={isPending} onClick={() => judge("not-a-compliment")}>
            {t("isNone")}
          </Button>
        </div>
      ) : null}
      <Notice tone="danger">{problem}</Notice>
    </div>
  );
}

/** Nothing to do on success: the action refreshes the page. */
function noop(): void {}
