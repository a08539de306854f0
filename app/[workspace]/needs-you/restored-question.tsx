"use client";

import { useTranslations } from "next-intl";

import type { RestoredPosts } from "#lib/deliveries/resolve-restored";

import { type RestoredState, resolveRestoredAction } from "../../_actions/deliveries.ts";
import { Disclosure } from "../../_components/primitives/disclosure.tsx";
import { FormOutcome } from "../../_components/primitives/form-outcome.tsx";
import { AnswerRow, QuestionBox } from "../../_components/primitives/question-box.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";

const none: RestoredState = { typed: {} };

/**
 * After a restore: one question for all posts that may be published already, in addition to one for each
 * delivery.
 */
export function RestoredQuestion({
  workspace,
  count,
  digest,
}: { workspace: string } & RestoredPosts) {
  const t = useTranslations("needs-you.restored");
  const [state, submit, isPending] = useFormAction(resolveRestoredAction, none);
  // A single post has its own question. The result of the last answer is still shown.
  if (count < 2 && state === none) return null;
  return (
    <Section title={t("title")} aside={count > 0 ? count : null}>
      <form action={submit} className="grid max-w-[760px] gap-3">
        <input type="hidden" name="workspace" value={workspace} />
        <input type="hidden" name="seen" value={digest} />
        <FormOutcome state={state} done={t("answered", { count: state.answered ?? 0 })} />
        {count > 1 ? <Question count={count} isPending={isPending} /> : null}
      </form>
    </Section>
  );
}

function Question({ count, isPending }: { count: number; isPending: boolean }) {
  const t = useTranslations("needs-you.restored");
  const answer = (value: string) => ({ name: "answer", value, isPending });
  return (
    <QuestionBox isDoubt title={t("question", { count })}>
      <p>{t("about")}</p>
      <AnswerRow>
        <SubmitButton {...answer("is-there")}>{t("allThere")}</SubmitButton>
        <Disclosure isButton summary={t("noneThere")}>
          <div className="mt-2 grid justify-items-start gap-2 rounded-2 bg-sunken p-3">
            <p>{t("mayDouble")}</p>
            <SubmitButton {...answer("send-again")} variant="outline">
              {t("sendAll", { count })}
            </SubmitButton>
          </div>
        </Disclosure>
        <SubmitButton {...answer("leave-out")} variant="quiet">
          {t("leaveAllOut")}
        </SubmitButton>
      </AnswerRow>
    </QuestionBox>
  );
}
