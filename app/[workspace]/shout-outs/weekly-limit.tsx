"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";

import { setWeeklyShoutOutsAction } from "../../_actions/advocacy.ts";
import { useAnswer } from "../../_components/person/use-answer.ts";
import { Menu } from "../../_components/primitives/menu.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";

const choices = [0, 1, 2, 3, 5, 7, 10];

/** Sets the maximum number of suggestions per week, beside the list. */
export function WeeklyLimit({ workspace, perWeek }: { workspace: string; perWeek: number }) {
  const t = useTranslations("shout-outs");
  const { send, refusal } = useAnswer();
  return (
    <>
      <Menu
        label={t("upTo", { count: perWeek })}
        trigger={
          <>
            <SlidersHorizontal aria-hidden="true" />
            {t("upTo", { count: perWeek })}
          </>
        }
        items={choices.map((count) => ({
          key: String(count),
          label: t("upTo", { count }),
          onAction: () => send(() => setWeeklyShoutOutsAction(workspace, { perWeek: count }), noop),
        }))}
      />
      <Notice tone="danger">{refusal}</Notice>
    </>
  );
}

/** Nothing to do on success: the action refreshes the page. */
function noop(): void {}
