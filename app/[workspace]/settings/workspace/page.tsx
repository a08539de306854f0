import { getTranslations } from "next-intl/server";

import { viewWorkspaceSettings } from "#lib/views/workspace-settings";

import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { Part, Section } from "../../../_components/primitives/section.tsx";
import { SettingsHead } from "../settings-head.tsx";
import { timeZoneOptions } from "../time-zones.ts";
import { NewWorkspaceForm } from "./new-workspace-form.tsx";
import { RemoveSampleForm } from "./remove-sample-form.tsx";
import { WorkspaceForm } from "./workspace-form.tsx";

export { generateMetadata } from "../page.tsx";

/** Shows the workspace settings; managers and owners can change them. */
export default async function WorkspaceSettingsPage({
  params,
}: {
  params: Promise<{ workspace: string }>;
}) {
  const { workspace: slug } = await params;
  const ctx = await signedInContext(slug);
  const [t, view] = await Promise.all([getTranslations("settings"), viewWorkspaceSettings(ctx)]);
  const { version, name, timeZone, settings, isSample, isOwner, isLast, canChange } = view;
  const common = { workspace: slug, version, canChange };
  const zones = timeZoneOptions(timeZone);
  const lead = t.rich("leadWorkspace", { workspace: name, b: (part) => <b>{part}</b> });
  return (
    <>
      <SettingsHead workspace={slug} current="workspace" lead={lead} />
      {canChange ? null : <Part className="text-ink-2">{t("managersOnly")}</Part>}
      <WorkspaceForm {...common} {...{ name, timeZone, zones, settings }} />
      {isOwner && isSample ? (
        <Section title={t("sample.title")}>
          <RemoveSampleForm workspace={slug} name={name} isLast={isLast} />
        </Section>
      ) : null}
      {isOwner ? (
        <Section title={t("another")}>
          <NewWorkspaceForm workspace={slug} timeZone={timeZone} zones={zones} />
        </Section>
      ) : null}
    </>
  );
}
