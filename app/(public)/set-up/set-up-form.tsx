"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";

import { stageTemplateNames } from "#lib/workspaces/stage";

import { setUpAction } from "../../_actions/users.ts";
import { SelectField, TextField } from "../../_components/primitives/field.tsx";
import { newPassword, requiredFields } from "../../_components/primitives/form-fields.ts";
import { Notice } from "../../_components/primitives/notice.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";
import { useRefusal } from "../../_components/primitives/use-refusal.ts";

const nothingChanges = () => () => {};

export function SetUpForm({ locale, timeZones }: { locale: string; timeZones: readonly string[] }) {
  const t = useTranslations("set-up");
  const inWords = useRefusal();
  const [state, submit, isPending] = useFormAction(setUpAction, { typed: {} });
  const ownZone = useOwnZone();
  const zone = state.typed["timeZone"] ?? ownZone;
  const fieldOf = requiredFields(t, state);
  return (
    <form action={submit} className="grid gap-3">
      <Notice tone="danger">
        {state.refusal ? inWords({ ...state, refusal: state.refusal }) : null}
      </Notice>
      <input type="hidden" name="locale" value={locale} />
      <TextField
        {...fieldOf("workspaceName")}
        help={t("workspaceName.help")}
        autoComplete="organization"
        maxLength={80}
      />
      <TextField {...fieldOf("name")} autoComplete="name" maxLength={80} />
      <TextField {...fieldOf("email")} type="email" autoComplete="username" />
      <TextField {...fieldOf("password")} {...newPassword(t)} />
      <SelectField
        {...fieldOf("timeZone")}
        key={zone}
        defaultValue={zone}
        options={[...new Set([zone, ...timeZones])].map((value) => ({
          value,
          label: value.replaceAll("_", " "),
        }))}
      />
      <SelectField
        {...fieldOf("stageTemplate")}
        defaultValue={state.typed["stageTemplate"] ?? "five-parts"}
        options={stageTemplateNames.map((value) => ({
          value,
          label: t(`stageTemplates.${value}`),
        }))}
      />
      <SubmitButton isPending={isPending}>{t("submit")}</SubmitButton>
    </form>
  );
}

/** Returns the browser's time zone; a default zone during server rendering. */
function useOwnZone(): string {
  return useSyncExternalStore(
    nothingChanges,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "Europe/Amsterdam",
  );
}
