"use client";

import { useTranslations } from "next-intl";

import { skipShoutOutAction } from "../../_actions/advocacy.ts";
import { useAct } from "../../_components/delivery/use-act.ts";
import { Button } from "../../_components/primitives/button.tsx";
import { showToast } from "../../_components/primitives/toast.tsx";

const asked = ["not-a-fan", "not-now", "sensitive", "other"] as const;

type Reason = (typeof asked)[number] | "never";

/** Reasons to skip a suggestion. The reason decides for how long the person is left off the list. */
export function SkipReasons({
  isPending,
  onChoose,
  onThanked,
}: {
  isPending: boolean;
  onChoose: (reason: Reason) => void;
  /** Called if the person was thanked already outside Shoutloop. */
  onThanked: () => void;
}) {
  const t = useTranslations("shout-outs");
  return (
    <fieldset
      className="mt-2 flex flex-wrap items-center gap-2 rounded-2 border-[1.5px] border-ink p-2"
      aria-label={t("skipBecause")}
    >
      <span>{t("skipBecause")}</span>
      {asked.map((reason) => (
        <Button key={reason} disabled={isPending} onClick={() => onChoose(reason)}>
          {t(`reasons.${reason}`)}
        </Button>
      ))}
      <Button disabled={isPending} onClick={onThanked}>
        {t("alreadyThanked")}
      </Button>
    </fieldset>
  );
}

export function useSkip(workspace: string, shoutOutId: string) {
  const t = useTranslations("shout-outs");
  const { act, isPending, problem } = useAct();
  const because = (reason: Reason) =>
    act(
      () => skipShoutOutAction(workspace, { shoutOutId, reason }),
      () => showToast(t(reason === "never" ? "neverDone" : "skipped")),
    );
  return { isPending, because, problem };
}
