"use client";

import { useTranslations } from "next-intl";

import type { WorkspaceSettings } from "#lib/workspaces/workspace";

import type { Option } from "../../../_components/primitives/field.tsx";
import { type FieldPlan, SettingsPart } from "../settings-part.tsx";

interface Props {
  workspace: string;
  version: number;
  canChange: boolean;
  name: string;
  timeZone: string;
  zones: Option[];
  settings: WorkspaceSettings;
}

type NumberSetting = {
  [Key in keyof WorkspaceSettings]-?: WorkspaceSettings[Key] extends number ? Key : never;
}[keyof WorkspaceSettings];

/** Two forms, each saving only its own fields. */
export function WorkspaceForm({ name, timeZone, zones, settings, ...form }: Props) {
  const t = useTranslations("settings");
  const number = (setting: NumberSetting, max: number): FieldPlan => ({
    name: `settings.${setting}`,
    saved: String(settings[setting]),
    max,
  });
  return (
    <>
      <SettingsPart
        {...form}
        title={t("nameAndPlace")}
        fields={[
          { name: "name", text: "workspaceName", saved: name },
          { name: "timeZone", saved: timeZone, options: zones },
        ]}
      />
      <SettingsPart
        {...form}
        title={t("shoutOuts")}
        fields={[
          number("shoutOutsPerWeek", 50),
          number("publicCooldownDays", 365),
          number("privateCooldownDays", 365),
        ]}
      />
    </>
  );
}
