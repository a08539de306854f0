"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import type { ConnectField } from "#lib/networks/connector";

import { connectAccountAction } from "../../_actions/accounts.ts";
import type { FormState } from "../../_actions/form-state.ts";
import { TextField } from "../../_components/primitives/field.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";

const empty: FormState = { typed: {} };

/** Works without script too. After a refusal everything but the passwords is still there, and the sentence stands at its field. */
export function ConnectForm({
  workspace,
  network,
  fields,
  submitLabel,
}: {
  workspace: string;
  network: string;
  fields: readonly (ConnectField & { label: string; help: string })[];
  submitLabel: string;
}) {
  const t = useTranslations("connect");
  const connect = connectAccountAction.bind(null, workspace, network);
  const [state, submit, isPending] = useActionState(connect, empty);
  const sentence = useSentence(state);
  const wrong = fields.find(({ name }) => state.wrong?.includes(name))?.name;
  return (
    <form action={submit} className="connect-form">
      {fields.map(({ name, kind, isRequired, defaultValue, label, help }) => (
        <TextField
          key={`${name}-${state.typed[name] ?? ""}`}
          name={name}
          type={kind === "url" ? "text" : kind}
          inputMode={kind === "url" ? "url" : undefined}
          label={label}
          help={help}
          required={isRequired}
          defaultValue={state.typed[name] ?? defaultValue ?? ""}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          hasNoErrorRoom
          error={name === wrong ? sentence : undefined}
        />
      ))}
      <Notice tone="danger">{wrong ? "" : sentence}</Notice>
      <Notice>{state.isDone ? t("connected") : ""}</Notice>
      <div>
        <SubmitButton variant="outline" isPending={isPending} pendingLabel={t("connecting")}>
          {submitLabel}
        </SubmitButton>
      </div>
    </form>
  );
}

function useSentence({ refusal, detail = {} }: FormState): string {
  const t = useTranslations("connect");
  const refusals = useTranslations("refusals");
  if (!refusal) return "";
  if (refusal === "connect-failed") return t(`failures.${detail["code"]}`, detail);
  return refusal === "answer-missing" ? t("answerMissing") : refusals(refusal, detail);
}
