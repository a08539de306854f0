"use client";

import { useTranslations } from "next-intl";

import { withdrawVetoAction } from "../../../_actions/people.ts";
import { useAnswer } from "../../../_components/person/use-answer.ts";
import { Button } from "../../../_components/primitives/button.tsx";
import { Notice } from "../../../_components/primitives/notice.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { TextLink } from "../../../_components/primitives/text-link.tsx";

/** Lists the people who were declared different from this person; each declaration can be undone. */
export function NotTheSame({
  workspace,
  personId,
  others,
  canAnswer,
}: {
  workspace: string;
  personId: string;
  others: readonly { readonly id: string; readonly displayName: string }[];
  canAnswer: boolean;
}) {
  const t = useTranslations("people.same");
  const { send, refusal, isBusy } = useAnswer();
  return (
    <Section title={t("notTitle")}>
      <ul>
        {others.map(({ id, displayName }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 border-t py-2">
            <TextLink href={`/${workspace}/people/${id}`}>
              <bdi>{displayName}</bdi>
            </TextLink>
            {canAnswer ? (
              <Button
                variant="quiet"
                disabled={isBusy}
                aria-label={t("forgetNamed", { name: displayName })}
                onClick={() =>
                  send(
                    () => withdrawVetoAction(workspace, { personId, otherId: id }),
                    () => {},
                  )
                }
              >
                {t("forget")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Notice tone="danger">{refusal}</Notice>
    </Section>
  );
}
