"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState } from "react";

import type { Wording } from "#lib/advocacy/draft";
import { quietWays, type QuietWay } from "#lib/advocacy/recognition-kinds";
import type { ShoutOutDraft } from "#lib/advocacy/shout-out";

import { thankQuietlyAction } from "../../_actions/advocacy.ts";
import { useAnswer } from "../../_components/person/use-answer.ts";
import { Button } from "../../_components/primitives/button.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";
import { showToast } from "../../_components/primitives/toast.tsx";
import { WordingMenu } from "./wording-menu.tsx";

export interface QuietWords {
  readonly personId: string;
  readonly name: string;
  /** The reason for the thank-you, in a few words. */
  readonly moment: string;
  readonly draft: ShoutOutDraft;
  /** Every available wording. */
  readonly wordings: readonly Wording[];
}

/** A person who cannot be reached on any network: the text, and buttons for how the thanks were delivered. */
export function QuietRow({
  workspace,
  words: { personId, name, moment, draft, wordings },
  canAct,
  canMail,
}: {
  workspace: string;
  words: QuietWords;
  canAct: boolean;
  canMail: boolean;
}) {
  const t = useTranslations("shout-outs");
  const { send, refusal, isBusy } = useAnswer();
  const [to, setTo] = useState("");
  const [chosen, choose] = useState<Wording>();
  const text = chosen?.text ?? draft.text;
  const thank = (way: QuietWay) =>
    send(
      () =>
        thankQuietlyAction(workspace, {
          personId,
          way,
          ...(way === "e-mail" && to !== "" && { to, text }),
        }),
      () => showToast(t("quietDone", { name, way: t(`ways.${way}`) })),
    );
  return (
    <li className="border-t border-line-2 py-4">
      <h3 className="text-head">
        <Link href={`/${workspace}/people/${personId}`}>
          <bdi>{name}</bdi>
        </Link>
      </h3>
      <p className="text-small text-ink-2">{moment}</p>
      <QuietDraft {...{ name, draft, wordings, canAct, chosen }} onChoose={choose} />
      {canAct ? <Ways {...{ to, setTo, canMail, isBusy }} onChoose={thank} /> : null}
      <Notice tone="danger">{refusal}</Notice>
    </li>
  );
}

function QuietDraft({
  name,
  draft,
  wordings,
  canAct,
  chosen,
  onChoose,
}: Pick<QuietWords, "name" | "draft" | "wordings"> & {
  canAct: boolean;
  chosen: Wording | undefined;
  onChoose: (wording: Wording) => void;
}) {
  const { language, text, wording } = draft;
  return (
    <div className="my-2 rounded-2 border bg-sunken p-3">
      <p className="text-read wrap-anywhere whitespace-pre-line" lang={language}>
        {chosen?.text ?? text}
      </p>
      {canAct ? (
        <p className="mt-1.5 text-small text-ink-2">
          <WordingMenu
            {...{ name, wordings, language, onChoose }}
            current={chosen?.key ?? wording}
          />
        </p>
      ) : null}
    </div>
  );
}

function Ways({
  to,
  setTo,
  canMail,
  isBusy,
  onChoose,
}: {
  to: string;
  setTo: (to: string) => void;
  canMail: boolean;
  isBusy: boolean;
  onChoose: (way: QuietWay) => void;
}) {
  const t = useTranslations("shout-outs");
  return (
    <div className="flex flex-wrap items-end gap-2">
      {quietWays.map((way) => (
        <Button key={way} disabled={isBusy} onClick={() => onChoose(way)}>
          {t(`ways.${way}`)}
        </Button>
      ))}
      {canMail ? (
        <label className="text-small text-ink-2">
          {t("quietTo")}
          <input
            type="email"
            className="ms-1 rounded-1 border bg-page px-2 py-1"
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </label>
      ) : null}
    </div>
  );
}
