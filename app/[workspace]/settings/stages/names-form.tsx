"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

import type { FormState } from "../../../_actions/form-state.ts";
import { AutosavedForm } from "../../../_components/primitives/autosaved-form.tsx";
import { TextField } from "../../../_components/primitives/field.tsx";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../../_components/primitives/submit-button.tsx";
import { TextButton } from "../../../_components/primitives/text-link.tsx";
import { StageTile } from "../../../_components/stage/stage-tile.tsx";
import { useSettingsForm } from "../use-settings-form.ts";

export interface Lane {
  id: string;
  key: string;
  /** The workspace's own name; empty if it uses the default name. */
  name: string;
  ourName: string;
  plan: number;
}

/** Form for stage names. An empty name means the default name in the user's language. */
export function NamesForm({
  workspace,
  version,
  canChange,
  lanes,
}: {
  workspace: string;
  version: number;
  canChange: boolean;
  lanes: Lane[];
}) {
  const t = useTranslations("settings");
  const common = useTranslations("common");
  const { state, submit, isPending, isMet, takeTheirs } = useSettingsForm();
  return (
    <AutosavedForm
      kept="stages"
      {...{ version }}
      answer={state}
      action={submit}
      className="grid max-w-[560px] gap-3"
    >
      <input type="hidden" name="workspace" value={workspace} />
      <p className="text-ink-2">{t("stagesText")}</p>
      <FormOutcome state={state} done={t("saved")} />
      {isMet ? <TextButton onClick={takeTheirs}>{t("takeTheirs")}</TextButton> : null}
      <fieldset disabled={!canChange} className="contents">
        <legend className="sr-only">{t("stages")}</legend>
        <ul className="grid gap-3">
          {lanes.map((lane) => (
            <LaneFields key={lane.id} lane={lane} state={state} />
          ))}
        </ul>
      </fieldset>
      {canChange ? (
        <div>
          <SubmitButton variant="outline" isPending={isPending}>
            {common("save")}
            <span className="sr-only">: {t("stages")}</span>
          </SubmitButton>
        </div>
      ) : null}
    </AutosavedForm>
  );
}

function LaneFields({
  lane: { id, key, name, ourName, plan },
  state,
}: {
  lane: Lane;
  state: FormState;
}) {
  return (
    <li className="grid gap-2 sm:grid-cols-[1fr_180px] sm:gap-4">
      <div className="flex items-end gap-2">
        <span className="pb-2">
          <StageTile stage={key} />
        </span>
        <div className="grow">
          <LaneField
            name={`stageNames.${id}`}
            text="stageName"
            stage={ourName}
            saved={name}
            state={state}
            placeholder={ourName}
            maxLength={40}
          />
        </div>
      </div>
      <LaneField
        name={`settings.plan.${key}`}
        text="plan"
        stage={name || ourName}
        saved={plan}
        state={state}
        type="number"
        min={0}
        max={200}
      />
    </li>
  );
}

function LaneField({
  name,
  text,
  stage,
  saved,
  state,
  ...rest
}: {
  name: string;
  text: string;
  stage: string;
  saved: string | number;
  state: FormState;
} & ComponentProps<"input">) {
  const t = useTranslations("settings");
  const now = state.refusal === "changed-since" ? state.detail?.[`theirs.${name}`] : undefined;
  return (
    <TextField
      {...rest}
      key={`${name} ${state.typed[name] ?? saved}`}
      name={name}
      label={
        <>
          <span aria-hidden="true">{t(`${text}.column`)}</span>
          <span className="sr-only">{t(`${text}.label`, { stage })}</span>
        </>
      }
      defaultValue={state.typed[name] ?? saved}
      help={now === undefined ? undefined : t("now", { value: now })}
      error={state.wrong?.includes(name) ? t(`${text}.wrong`) : undefined}
      hasNoErrorRoom
    />
  );
}
