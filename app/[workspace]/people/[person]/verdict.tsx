"use client";

import { useTranslations } from "next-intl";

import type { Verdict as Said } from "#lib/engagement/verdict";

import { confirmTouchpointAction } from "../../../_actions/advocacy.ts";
import { useAnswer } from "../../../_components/person/use-answer.ts";
import { Menu } from "../../../_components/primitives/menu.tsx";

const choices = {
  compliment: "isPraise",
  "not-a-compliment": "isNone",
  complaint: "isComplaint",
  "no-complaint": "isNoComplaint",
} as const satisfies Record<Said, string>;

/**
 * Lets a member correct how a text was classified. The correction takes precedence and trains the classifier.
 */
export function Verdict({
  workspace,
  touchpointId,
  verdict,
}: {
  workspace: string;
  touchpointId: string;
  verdict: Said | null;
}) {
  const t = useTranslations("touchpoints.verdict");
  const { send, refusal } = useAnswer();
  const judge = (said: Said) =>
    send(
      () => confirmTouchpointAction(workspace, { touchpointId, verdict: said }),
      () => undefined,
    );
  return (
    <span className="ms-2 inline-flex items-center gap-1 align-middle text-small font-normal">
      <Menu
        label={t("label")}
        trigger={verdict === null ? t("label") : t(`read.${verdict}`)}
        items={(Object.keys(choices) as Said[]).map((said) => ({
          key: said,
          label: t(choices[said]),
          onAction: () => judge(said),
        }))}
      />
      <output className="text-danger">{refusal}</output>
    </span>
  );
}
