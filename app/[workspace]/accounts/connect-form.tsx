"use client";

import { useTranslations } from "next-intl";

import type { ConnectField } from "#lib/networks/contract/manifest";

import { connectAccountAction, leaveForNetworkAction } from "../../_actions/accounts.ts";
import type { FormState } from "../../_actions/form-state.ts";
import { AutosavedForm } from "../../_components/primitives/autosaved-form.tsx";
import { Radio, RadioGroup } from "../../_components/primitives/choice.tsx";
import { TextField } from "../../_components/primitives/field.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";
import { useRefusal } from "../../_components/primitives/use-refusal.ts";

interface FieldInWords extends ConnectField {
  label: string;
  help: string;
  /** Options of a choice field. */
  options: readonly { value: string; label: string }[];
}

interface Props {
  /** `page` leads to the network's own sign-in page; `answers` signs in with the values of this form. */
  kind: "page" | "answers";
  workspace: string;
  network: string;
  /** Id of the account to sign in again. */
  accountId: string | undefined;
  before: FormState;
  fields: readonly FieldInWords[];
  submitLabel: string;
}

/**
 * Works without script too. After a refusal every value but the passwords is kept, and the error stands at
 * its field.
 */
export function ConnectForm(props: Props) {
  const { kind, workspace, network, accountId, before, fields, submitLabel } = props;
  const t = useTranslations("connect");
  const action = kind === "page" ? leaveForNetworkAction : connectAccountAction;
  const [state, submit, isPending] = useFormAction(action, before);
  const sentence = useSentence(state);
  const wrong = fields.find(({ name }) => state.wrong?.includes(name))?.name;
  return (
    <AutosavedForm
      kept={kind === "answers" ? `connect ${network} ${accountId ?? ""}` : undefined}
      answer={state}
      action={submit}
      className="mt-4 grid max-w-[338px] gap-4"
    >
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="network" value={network} />
      {accountId ? <input type="hidden" name="accountId" value={accountId} /> : null}
      {fields.map((field) => (
        <AskedField
          key={`${field.name}-${state.typed[field.name] ?? ""}`}
          field={field}
          value={state.typed[field.name] ?? field.defaultValue ?? ""}
          error={field.name === wrong ? sentence : undefined}
        />
      ))}
      <Notice tone="danger">{wrong ? "" : sentence}</Notice>
      <Notice>{state.isDone ? t("connected") : ""}</Notice>
      <div>
        <SubmitButton
          variant="outline"
          isPending={isPending}
          pendingLabel={kind === "page" ? t("leaving") : t("connecting")}
        >
          {submitLabel}
        </SubmitButton>
      </div>
    </AutosavedForm>
  );
}

function AskedField(props: { field: FieldInWords; value: string; error: string | undefined }) {
  const { field, value, error } = props;
  const { name, kind, isRequired, label, help, options } = field;
  if (kind === "choice")
    return (
      <div>
        <RadioGroup label={label}>
          {options.map((option) => (
            <Radio
              key={option.value}
              name={name}
              value={option.value}
              label={option.label}
              defaultChecked={option.value === value}
            />
          ))}
        </RadioGroup>
        <p className="pt-1 text-small text-ink-2">{help}</p>
        <Notice tone="danger">{error ?? ""}</Notice>
      </div>
    );
  return (
    <TextField
      name={name}
      type={kind === "url" ? "text" : kind}
      inputMode={kind === "url" ? "url" : undefined}
      label={label}
      help={help}
      required={isRequired}
      defaultValue={value}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      hasNoErrorRoom
      error={error}
    />
  );
}

function useSentence({ refusal, wrong, detail = {} }: FormState): string {
  const t = useTranslations("connect");
  const inWords = useRefusal();
  if (!refusal) return wrong ? t("notUsable") : "";
  return refusal === "answer-missing" ? t("answerMissing") : inWords({ refusal, detail });
}
