import { useTranslations } from "next-intl";

import type { WorkspaceSettings } from "#lib/workspaces/workspace";

import { SettingsPart } from "../settings-part.tsx";

const answers = ["ask", "publish", "skip"] as const;

/** Sets after how many minutes a post is too late and what happens to it then. */
export function LateForm({
  settings: { lateMinutes, whenTooLate },
  ...form
}: {
  workspace: string;
  version: number;
  canChange: boolean;
  settings: Pick<WorkspaceSettings, "lateMinutes" | "whenTooLate">;
}) {
  const t = useTranslations();
  const options = answers.map((value) => ({ value, label: t(`settings.whenTooLate.${value}`) }));
  return (
    <SettingsPart
      {...form}
      title={t("settings.late")}
      about={
        <div className="grid gap-2 text-ink-2">
          <p>{t("sending.lateText")}</p>
          <ul className="list-disc ps-5">
            {answers.map((answer) => (
              <li key={answer}>{t(`sending.lateRules.${answer}`)}</li>
            ))}
          </ul>
        </div>
      }
      fields={[
        { name: "settings.lateMinutes", saved: String(lateMinutes), max: 10_080 },
        { name: "settings.whenTooLate", saved: whenTooLate, options },
      ]}
    />
  );
}
