"use client";

import { MessageSquareQuote } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Wording } from "#lib/advocacy/draft";
import { shortenText } from "#lib/kernel/cut-text";
import { tones } from "#lib/workspaces/draft-settings";

import { Menu } from "../../_components/primitives/menu.tsx";

/** Menu with the current wording and all others. */
export function WordingMenu({
  current,
  wordings,
  name,
  language,
  onChoose,
}: {
  current: string | undefined;
  wordings: readonly Wording[];
  name: string;
  language: string;
  onChoose: (wording: Wording) => void;
}) {
  const t = useTranslations("shout-outs.wording");
  const called = (key: string) => t(tones.some((tone) => tone === key) ? key : "own");
  return (
    <Menu
      label={t("label", { tone: current ? called(current) : "none", name })}
      className="inline-flex min-h-6 items-center gap-1 rounded-1 underline decoration-line underline-offset-4"
      trigger={
        <>
          <MessageSquareQuote size={13} aria-hidden="true" />
          {current ? called(current) : t("choose")}
        </>
      }
      items={wordings.map((wording) => ({
        key: wording.key,
        text: `${called(wording.key)}: ${wording.text}`,
        label: (
          <span className="grid gap-0.5 py-0.5">
            <b className="font-semibold">
              {called(wording.key)}
              {wording.key === current ? ` ${t("isCurrent")}` : ""}
            </b>
            <span className="text-small wrap-anywhere text-ink-2" lang={language}>
              {shortenText(wording.text, 110)}
            </span>
          </span>
        ),
        onAction: () => onChoose(wording),
      }))}
    />
  );
}
