"use client";

import { useFormatter, useTranslations } from "next-intl";

import type { MergedPerson } from "#lib/people/show-merges";

import { unmergePeopleAction } from "../../../_actions/people.ts";
import { useAnswer } from "../../../_components/person/use-answer.ts";
import { Button } from "../../../_components/primitives/button.tsx";
import { Notice } from "../../../_components/primitives/notice.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { showToast } from "../../../_components/primitives/toast.tsx";

/** Lists the people who were merged into this person; each merge can be undone. */
export function MergedHere({
  workspace,
  merged,
  canAnswer,
}: {
  workspace: string;
  merged: readonly MergedPerson[];
  canAnswer: boolean;
}) {
  const t = useTranslations("people.same");
  const format = useFormatter();
  const { send, refusal, isBusy } = useAnswer();
  return (
    <Section title={t("mergedTitle")}>
      <ul>
        {merged.map(({ id, displayName, mergedAt, identities }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 border-t py-2">
            <span className="wrap-anywhere">
              <b className="font-semibold">
                <bdi>{displayName}</bdi>
              </b>{" "}
              <span className="text-small text-ink-3">
                {identities.map(({ handle }) => `@${handle}`).join(", ")}
                {mergedAt
                  ? ` ${t("mergedSince", { date: format.dateTime(mergedAt, { day: "numeric", month: "short", year: "numeric" }) })}`
                  : ""}
              </span>
            </span>
            {canAnswer ? (
              <Button
                disabled={isBusy}
                aria-label={t("undoNamed", { name: displayName })}
                onClick={() =>
                  send(
                    () => unmergePeopleAction(workspace, { personId: id }),
                    () => showToast(t("undone", { name: displayName })),
                  )
                }
              >
                {t("undo")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="text-small text-ink-3">{t("undoHelp")}</p>
      <Notice tone="danger">{refusal}</Notice>
    </Section>
  );
}
