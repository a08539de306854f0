import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { viewQueue } from "#lib/views/queue";

import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { LinkButton } from "../../../_components/primitives/button.tsx";
import { EmptyState } from "../../../_components/primitives/empty-state.tsx";
import { Part } from "../../../_components/primitives/section.tsx";
import { stageName } from "../../../_components/stage/stage-name.ts";
import { SettingsHead } from "../settings-head.tsx";
import { BestTimesPart } from "./best-times-part.tsx";
import { SlotsForm } from "./slots-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("queue"))("title") };
}

/** Shows the slots of each account; managers and owners can change them. */
export default async function QueueSettingsPage({
  params,
}: {
  params: Promise<{ workspace: string }>;
}) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const [t, settings, stages, view] = await Promise.all([
    getTranslations("queue"),
    getTranslations("settings"),
    getTranslations("stages"),
    viewQueue(ctx),
  ]);
  const named = view.stages.map((stage) => ({ id: stage.id, name: stageName(stage, stages) }));
  const zone = view.timeZone.replaceAll("_", " ");
  return (
    <>
      <SettingsHead workspace={workspace} current="queue" lead={t("lead", { zone })} />
      {view.canChange ? null : <Part className="text-ink-2">{settings("managersOnly")}</Part>}
      {view.accounts.length === 0 ? (
        <EmptyState
          action={<LinkButton href={`/${workspace}/accounts`}>{t("connectOne")}</LinkButton>}
        >
          {t("noAccounts")}
        </EmptyState>
      ) : null}
      {view.accounts.map((account) => (
        <SlotsForm
          key={account.id}
          {...{ workspace, account }}
          stages={named}
          version={view.version}
          canChange={view.canChange}
        />
      ))}
      <BestTimesPart
        {...{ workspace }}
        bestTimes={view.bestTimes}
        accounts={view.canChange ? view.accounts : []}
      />
    </>
  );
}
