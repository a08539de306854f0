import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import type { ShownRule } from "#lib/views/rules";
import { viewRules } from "#lib/views/rules";
import type { Stage } from "#lib/workspaces/stage";

import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { readQuery } from "../../../_components/frame/read-query.ts";
import { LinkButton } from "../../../_components/primitives/button.tsx";
import { Notice } from "../../../_components/primitives/notice.tsx";
import { Part, Section } from "../../../_components/primitives/section.tsx";
import { wholeStageName } from "../../../_components/stage/stage-name.ts";
import { StageTile } from "../../../_components/stage/stage-tile.tsx";
import { SettingsHead } from "../settings-head.tsx";
import { RuleRow } from "./rule-row.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rule-settings"))("title") };
}

/** Lists the rules that assign stages; managers and owners can change them. */
export default async function RulesSettingsPage({
  params,
  searchParams,
}: {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { workspace } = await params;
  const { saved } = await readQuery(searchParams);
  const ctx = await signedInContext(workspace);
  const [t, settings, stageTexts, view] = await Promise.all([
    getTranslations("rule-settings"),
    getTranslations("settings"),
    getTranslations("stage-settings"),
    viewRules(ctx),
  ]);
  const { version, canChange, stages, own, usual, rebuild } = view;
  const common = { workspace, version, canChange, stages };
  return (
    <>
      <SettingsHead workspace={workspace} current="rules" lead={t("lead")} />
      {canChange ? null : <Part className="text-ink-2">{settings("managersOnly")}</Part>}
      {saved === undefined ? null : (
        <Part>
          <Notice>{t("saved")}</Notice>
        </Part>
      )}
      {rebuild ? (
        <Part className="text-ink-2">{stageTexts("rebuilding", { ...rebuild })}</Part>
      ) : null}
      <Section title={t("own")}>
        <p className="max-w-[640px] text-ink-2">{t("ownText")}</p>
        <RuleList {...common} rules={own} isOwn />
        {canChange ? (
          <LinkButton href={`/${workspace}/settings/rules/new`} className="mt-2">
            {t("add")}
          </LinkButton>
        ) : null}
      </Section>
      <UsualRules {...common} rules={usual} />
    </>
  );
}

interface Common {
  workspace: string;
  version: number;
  canChange: boolean;
  stages: readonly Stage[];
}

/** The product's rules, grouped by the stage that they lead to. */
async function UsualRules({ rules, ...common }: Common & { rules: readonly ShownRule[] }) {
  const [t, names] = await Promise.all([
    getTranslations("rule-settings"),
    getTranslations("stages"),
  ]);
  const { stages } = common;
  const elsewhere = rules.filter(({ stage }) => !stage);
  return (
    <>
      {stages.map((stage) => {
        const here = rules.filter((one) => one.stage?.id === stage.id);
        if (here.length === 0) return null;
        const name = wholeStageName(stage, stages, names);
        const title = (
          <span className="inline-flex items-center gap-2">
            <StageTile stage={stage.key} /> {t("leadingTo", { stage: name })}
          </span>
        );
        return (
          <Section key={stage.id} title={title}>
            <RuleList {...common} rules={here} />
          </Section>
        );
      })}
      {elsewhere.length > 0 ? (
        <Section title={t("nowhere")}>
          <RuleList {...common} rules={elsewhere} />
        </Section>
      ) : null}
    </>
  );
}

function RuleList({
  rules,
  isOwn = false,
  ...common
}: Common & { rules: readonly ShownRule[]; isOwn?: boolean }) {
  if (rules.length === 0) return null;
  return (
    <ol>
      {rules.map((one, index) => (
        <RuleRow
          key={one.key}
          {...common}
          shown={one}
          place={isOwn ? { index, last: rules.length - 1 } : undefined}
        />
      ))}
    </ol>
  );
}
