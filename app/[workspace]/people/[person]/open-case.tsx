"use client";

import { useFormatter, useTranslations } from "next-intl";

import { closeReasons } from "#lib/advocacy/case-reasons";

import { closeCaseAction } from "../../../_actions/advocacy.ts";
import { useAnswer } from "../../../_components/person/use-answer.ts";
import { Button } from "../../../_components/primitives/button.tsx";
import { Notice } from "../../../_components/primitives/notice.tsx";
import { Section } from "../../../_components/primitives/section.tsx";

/** A complaint that stays open until a member records how it ended. */
export function OpenCase({
  workspace,
  personId,
  since,
  canClose,
}: {
  workspace: string;
  personId: string;
  since: Date;
  canClose: boolean;
}) {
  const t = useTranslations("cases");
  const format = useFormatter();
  const { send, refusal, isBusy } = useAnswer();
  const day = format.dateTime(since, { day: "numeric", month: "short", year: "numeric" });
  return (
    <Section title={t("title")}>
      <p>{t("since", { day })}</p>
      {canClose ? (
        <ul className="mt-2 flex flex-wrap gap-2" aria-label={t("close")}>
          {closeReasons.map((reason) => (
            <li key={reason}>
              <Button
                disabled={isBusy}
                onClick={() =>
                  send(
                    () => closeCaseAction(workspace, { personId, reason }),
                    () => {},
                  )
                }
              >
                {t(`reasons.${reason}`)}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <Notice tone="danger">{refusal}</Notice>
    </Section>
  );
}
