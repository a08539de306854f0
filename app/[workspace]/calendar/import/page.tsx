import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { listAccounts } from "#lib/accounts/list-accounts";
import { addDays, localDay } from "#lib/kernel/local-time";
import { namedColumns, postListLimits } from "#lib/posts/post-list-columns";
import { listStages } from "#lib/workspaces/list-stages";

import { importPostsAction, undoImportAction } from "../../../_actions/posts.ts";
import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { ColumnTable, ListExample } from "../../../_components/list-import/list-help.tsx";
import { Columns } from "../../../_components/primitives/columns.tsx";
import { PageHead } from "../../../_components/primitives/page-head.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { stageName } from "../../../_components/stage/stage-name.ts";
import { ImportPostsForm } from "./import-posts-form.tsx";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar.import"))("title") };
}

export default async function ImportPostsPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("calendar.import");
  const stages = await getTranslations("stages");
  const [known, [account]] = await Promise.all([listStages(ctx), listAccounts(ctx)]);
  const today = localDay(ctx.clock.now(), ctx.workspace.timeZone);
  const example = account ? `${account.network}:${account.handle}` : "network:name";
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Columns className="xl:grid-cols-[minmax(0,1fr)_372px] *:border-line-2 max-xl:*:not-first:border-t xl:*:not-first:border-s">
        <div>
          <ImportPostsForm
            limits={postListLimits}
            timeZone={ctx.workspace.timeZone}
            calendarHref={`/${workspace}/calendar?view=list`}
            stages={Object.fromEntries(known.map((stage) => [stage.id, stageName(stage, stages)]))}
            onImport={importPostsAction.bind(null, workspace)}
            onUndo={undoImportAction.bind(null, workspace)}
          />
        </div>
        <Help account={example} day={addDays(today, daysAhead)} />
      </Columns>
    </>
  );
}

/** Number of days from today to the date in the example, so that a copied example has a future time. */
const daysAhead = 14;

async function Help({ account, day }: { account: string; day: string }) {
  const t = await getTranslations("calendar.import");
  const names = await getTranslations("refusals.columns");
  return (
    <div>
      <Section title={t("columnsTitle")}>
        <p className="text-ink-2">{t("columnsLead")}</p>
        <ColumnTable
          columns={namedColumns.map((column) => ({
            name: names(column),
            meaning: t(`columns.${column}`, { day }),
          }))}
        />
      </Section>
      <Section title={t("example")}>
        <ListExample list={t("exampleText", { account, day })} />
      </Section>
    </div>
  );
}
