"use client";

import { useTranslations } from "next-intl";

import { editRuleAction } from "../../../../_actions/rules.ts";
import { Disclosure } from "../../../../_components/primitives/disclosure.tsx";
import { FormOutcome } from "../../../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../../../_components/primitives/use-form-action.ts";

/**
 * Resets a rule of the product to its default, or deletes one of the workspace's own after a confirmation.
 */
export function RemoveRule({
  workspace,
  version,
  ruleKey,
  isOwn,
}: {
  workspace: string;
  version: number;
  ruleKey: string;
  isOwn: boolean;
}) {
  const t = useTranslations("rule-settings");
  const [state, submit, isPending] = useFormAction(editRuleAction, { typed: {} });
  return (
    <form action={submit} className="grid gap-2">
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="key" value={ruleKey} />
      <input type="hidden" name="act" value="remove" />
      <FormOutcome state={state} />
      {isOwn ? (
        <Disclosure summary={t("delete")} isOpen={state.refusal !== undefined}>
          <div className="mt-2 grid gap-2">
            <p>{t("deleteText")}</p>
            <div>
              <SubmitButton variant="danger" isPending={isPending}>
                {t("deleteSure")}
              </SubmitButton>
            </div>
          </div>
        </Disclosure>
      ) : (
        <div>
          <SubmitButton variant="outline" isPending={isPending}>
            {t("reset")}
          </SubmitButton>
        </div>
      )}
    </form>
  );
}
