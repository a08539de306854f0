import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { viewStagesSettings } from "#lib/views/stages-settings";
import { stageTemplateNames } from "#lib/workspaces/stage";

import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { Part, Section } from "../../../_components/primitives/section.tsx";
import { stageName } from "../../../_components/stage/stage-name.ts";
import { SettingsHead } from "../settings-head.tsx";
import { type Lane, NamesForm } from "./names-form.tsx";
import { OwnStagesForm } from "./own-stages-form.tsx";
import { SilenceForm } from "./silence-form.tsx";
import { TemplateForm } from "./template-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("stages") };
}

/** Shows the stages; managers and owners can change them. */
export default async function StagesSettingsPage({
  params,
}: {
  params: Promise<{ workspace: string }>;
}) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const [settings, t, names, templates, view] = await Promise.all([
    getTranslations("settings"),
    getTranslations("stage-settings"),
    getTranslations("stages"),
    getTranslations("set-up.stageTemplates"),
    viewStagesSettings(ctx),
  ]);
  const { version, canChange, template, rebuild, silenceDays, quietBuyerDays } = view;
  const common = { workspace, version, canChange };
  const lanes = lanesOf(view, names);
  return (
    <>
      <SettingsHead workspace={workspace} current="stages" lead={t("lead")} />
      {canChange ? null : <Part className="text-ink-2">{settings("managersOnly")}</Part>}
      {rebuild ? <Part className="text-ink-2">{t("rebuilding", { ...rebuild })}</Part> : null}
      <Section title={settings("stages")}>
        <NamesForm {...common} lanes={lanes} />
      </Section>
      {canChange ? (
        <>
          <Section title={t("templates")}>
            <TemplateForm
              {...common}
              current={template}
              templates={stageTemplateNames.map((value) => ({ value, label: templates(value) }))}
            />
          </Section>
          <Section title={t("own")}>
            <OwnStagesForm {...common} lanes={lanes} />
          </Section>
        </>
      ) : null}
      <Section title={t("silence")}>
        <SilenceForm {...common} {...{ silenceDays, quietBuyerDays }} />
      </Section>
    </>
  );
}

type View = Awaited<ReturnType<typeof viewStagesSettings>>;

function lanesOf({ stages }: View, names: (key: string) => string): Lane[] {
  return stages.map(({ id, key, name, plan }) => ({
    id,
    key,
    name: name ?? "",
    ourName: stageName({ key, name: null }, names),
    plan,
  }));
}
