"use client";

import { Dices } from "lucide-react";
import { useTranslations } from "next-intl";

import { setHeldOutAction } from "../../_actions/advocacy.ts";
import { useAnswer } from "../../_components/person/use-answer.ts";
import { Menu } from "../../_components/primitives/menu.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";

const choices = [0, 10, 20, 30];

/** Sets the percentage of people who are left out at random, beside the measured effect. */
export function HoldoutForm({ workspace, percent }: { workspace: string; percent: number }) {
  const t = useTranslations("shout-outs.uplift");
  const { send, refusal } = useAnswer();
  return (
    <div className="mt-2">
      <Menu
        label={t("share", { percent })}
        trigger={
          <>
            <Dices aria-hidden="true" />
            {t("share", { percent })}
          </>
        }
        items={choices.map((choice) => ({
          key: String(choice),
          label: t("share", { percent: choice }),
          onAction: () => send(() => setHeldOutAction(workspace, { percent: choice }), noop),
        }))}
      />
      <Notice tone="danger">{refusal}</Notice>
    </div>
  );
}

/** Nothing to do on success: the action refreshes the page. */
function noop(): void {}
