import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { viewPublishingSettings } from "#lib/views/sending";

import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { SettingsHead } from "../settings-head.tsx";
import { LateForm } from "./late-form.tsx";
import { Punctuality } from "./punctuality.tsx";
import { StopSwitch } from "./stop-switch.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sending"))("title") };
}

/** Shows the publishing settings; managers and owners can change them. */
export default async function PublishingSettingsPage({
  params,
}: {
  params: Promise<{ workspace: string }>;
}) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("sending");
  const { sending, figures, settings, timeZone, version } = await viewPublishingSettings(ctx);
  return (
    <>
      <SettingsHead workspace={workspace} current="publishing" lead={t("lead")} />
      <StopSwitch workspace={workspace} timeZone={timeZone} {...sending} />
      <LateForm {...{ workspace, version, settings }} canChange={sending.mayStop} />
      <Punctuality figures={figures} />
    </>
  );
}
