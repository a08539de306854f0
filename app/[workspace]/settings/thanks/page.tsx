import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { viewDraftSettings } from "#lib/views/draft-settings";

import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { Part, Section } from "../../../_components/primitives/section.tsx";
import { SettingsHead } from "../settings-head.tsx";
import { DraftsForm } from "./drafts-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("draft-settings"))("title") };
}

/** Shows how thank-yous are drafted; managers and owners can change it. */
export default async function ThanksSettingsPage({
  params,
}: {
  params: Promise<{ workspace: string }>;
}) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const [t, settings, view] = await Promise.all([
    getTranslations("draft-settings"),
    getTranslations("settings"),
    viewDraftSettings(ctx),
  ]);
  return (
    <>
      <SettingsHead workspace={workspace} current="thanks" lead={t("lead")} />
      {view.canChange ? (
        <DraftsForm {...{ workspace, ...view }} />
      ) : (
        <>
          <Part className="text-ink-2">{settings("managersOnly")}</Part>
          <Section title={t("tone")}>
            <p>
              {t("toneLabel")} {t(`tones.${view.tone}`)}.
            </p>
          </Section>
          <Section title={t("own")}>
            {view.own.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
            <ol className="grid gap-1.5">
              {view.own.map(({ key, language, text }) => (
                <li key={key} lang={language} className="wrap-anywhere">
                  {text}
                </li>
              ))}
            </ol>
          </Section>
        </>
      )}
    </>
  );
}
