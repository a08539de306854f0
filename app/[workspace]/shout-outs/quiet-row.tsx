"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState } from "react";

import { quietWays, type QuietWay } from "#lib/advocacy/recognition-kinds";

import { thankQuietlyAction } from "../../_actions/advocacy.ts";
import { useAnswer } from "../../_components/person/use-answer.ts";
import { Button } from "../../_components/primitives/button.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";
import { showToast } from "../../_components/primitives/toast.tsx";

export interface QuietWords {
  readonly personId: string;
  readonly name: string;
  /** Why, in a few words. */
  readonly moment: string;
  readonly text: string;
  readonly language: string;
}

/** Somebody whom no network leads to: the words, and how they were brought. */
export function QuietRow({
  workspace,
  words: { personId, name, moment, text, language },
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
    <li className="border-t border-line-2 px-6 py-4">
      <h3 className="text-head">
        <Link href={`/${workspace}/people/${personId}`}>{name}</Link>
      </h3>
      <p className="text-small text-ink-2">{moment}</p>
      <p className="my-2 rounded-2 border bg-sunken p-3 text-read wrap-anywhere" lang={language}>
        {text}
      </p>
      {canAct ? <Ways {...{ to, setTo, canMail, isBusy }} onChoose={thank} /> : null}
      <Notice tone="danger">{refusal}</Notice>
    </li>
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
