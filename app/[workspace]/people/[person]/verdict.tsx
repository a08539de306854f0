"use client";

import { useTranslations } from "next-intl";

import { confirmTouchpointAction } from "../../../_actions/advocacy.ts";
import { useAnswer } from "../../../_components/person/use-answer.ts";
import { Menu } from "../../../_components/primitives/menu.tsx";

/** What a person says the words are; it outranks what they seemed to be, and teaches. */
export function Verdict({
  workspace,
  touchpointId,
  verdict,
}: {
  workspace: string;
  touchpointId: string;
  verdict: "compliment" | "not-a-compliment" | null;
}) {
  const t = useTranslations("touchpoints.verdict");
  const { send, refusal } = useAnswer();
  const judge = (said: "compliment" | "not-a-compliment") =>
    send(
      () => confirmTouchpointAction(workspace, { touchpointId, verdict: said }),
      () => undefined,
    );
  const current = verdict === "compliment" ? t("praise") : t("none");
  return (
    <span className="ms-2 inline-flex items-center gap-1 align-middle text-small font-normal">
      <Menu
        label={t("label")}
        trigger={verdict === null ? t("label") : current}
        items={[
          { key: "praise", label: t("isPraise"), onAction: () => judge("compliment") },
          { key: "none", label: t("isNone"), onAction: () => judge("not-a-compliment") },
        ]}
      />
      <output className="text-danger">{refusal}</output>
    </span>
  );
}
