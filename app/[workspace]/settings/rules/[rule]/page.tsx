import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";

import { defaultRule } from "#lib/journey/rules";
import { viewRule } from "#lib/views/rules";

import { signedInContext } from "../../../../_actions/signed-in-context.ts";
import { Part, Section } from "../../../../_components/primitives/section.tsx";
import { TextLink } from "../../../../_components/primitives/text-link.tsx";
import { SettingsHead } from "../../settings-head.tsx";
import { RemoveRule } from "./remove-rule.tsx";
import { RuleForm } from "./rule-form.tsx";
import { stageOptions } from "./stage-options.ts";

export { generateMetadata } from "../page.tsx";

/** Edits one rule, with a preview of the effect. The id `new` adds a rule of the workspace's own. */
export default async function RulePage({
  params,
}: {
  params: Promise<{ workspace: string; rule: string }>;
}) {
  const { workspace, rule: key } = await params;
  const ctx = await signedInContext(workspace);
  const [t, settings, view] = await Promise.all([
    getTranslations("rule-settings"),
    getTranslations("settings"),
    viewRule(ctx, key),
  ]);
  if (!view) notFound();
  const { name, canChange, canRemove, version, rule } = view;
  const common = { workspace, version, ruleKey: view.key };
  const isOwn = "name" in rule;
  return (
    <>
      <SettingsHead workspace={workspace} current="rules" lead={t("lead")} />
      <Section
        title={name === "" ? t("add") : <Called ruleKey={key} name={name} />}
        aside={
          <TextLink className="whitespace-nowrap" href={`/${workspace}/settings/rules`}>
            {t("all")}
          </TextLink>
        }
      >
        {canChange ? (
          <RuleForm
            {...{ ...common, rule }}
            usual={isOwn ? undefined : defaultRule(key)}
            stages={await options(view)}
          />
        ) : (
          <p className="text-ink-2">{settings("managersOnly")}</p>
        )}
      </Section>
      {canRemove ? (
        <Part>
          <RemoveRule {...common} isOwn={isOwn} />
        </Part>
      ) : null}
    </>
  );
}

type View = NonNullable<Awaited<ReturnType<typeof viewRule>>>;

async function Called({ ruleKey, name }: { ruleKey: string; name: string | undefined }) {
  const rules = await getTranslations("rules");
  return <bdi>{name ?? rules(ruleKey)}</bdi>;
}

async function options({ rule, stages }: View) {
  const [names, t] = await Promise.all([
    getTranslations("stages"),
    getTranslations("rule-settings"),
  ]);
  return stageOptions(rule.stage, stages, names, t);
}
