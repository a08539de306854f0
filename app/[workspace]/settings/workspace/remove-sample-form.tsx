"use client";

import { useTranslations } from "next-intl";

import { removeSampleAction } from "../../../_actions/workspaces.ts";
import { Disclosure } from "../../../_components/primitives/disclosure.tsx";
import { TextField } from "../../../_components/primitives/field.tsx";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../../_components/primitives/use-form-action.ts";

/** Asks for confirmation in place. If the user has no other workspace, one is created in the same step. */
export function RemoveSampleForm({
  workspace,
  name,
  isLast,
}: {
  workspace: string;
  name: string;
  isLast: boolean;
}) {
  const t = useTranslations("settings.sample");
  const [state, submit, isPending] = useFormAction(removeSampleAction, { typed: {} });
  return (
    <form action={submit} className="grid max-w-[420px] gap-3">
      <input type="hidden" name="workspace" value={workspace} />
      <p className="text-ink-2">{t("text", { name })}</p>
      <FormOutcome state={state} />
      <Disclosure isOpen={state.refusal !== undefined} summary={t("begin")}>
        <div className="mt-3 grid gap-3">
          <p>{t("sure", { name })}</p>
          {isLast ? (
            <TextField
              name="ownName"
              label={t("ownName")}
              defaultValue={state.typed["ownName"]}
              required
              maxLength={80}
              hasNoErrorRoom
            />
          ) : null}
          <div>
            <SubmitButton variant="danger" isPending={isPending}>
              {t("confirm")}
            </SubmitButton>
          </div>
        </div>
      </Disclosure>
    </form>
  );
}
