import { getTranslations } from "next-intl/server";

import { viewJourney } from "#lib/views/journey";

import { signedInContext } from "../../_actions/signed-in-context.ts";
import { readQuery } from "../../_components/frame/read-query.ts";
import { Columns } from "../../_components/primitives/columns.tsx";
import { PageHead } from "../../_components/primitives/page-head.tsx";
import { AccountFilter } from "./account-filter.tsx";
import { EngagementLanes } from "./engagement-lanes.tsx";
import { PeoplePerStage } from "./people-per-stage.tsx";
import { PostTable } from "./post-table.tsx";
import { Returns } from "./returns.tsx";

export default async function JourneyPage({
  params,
  searchParams,
}: {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ account?: string }>;
}) {
  const { workspace } = await params;
  const { account } = await readQuery(searchParams);
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("journey-page");
  const accountId = account || undefined;
  const { accounts, moves, engagement, posts } = await viewJourney(ctx, accountId);
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t.rich("lead", {
          movers: moves.movers,
          arrived: moves.arrived,
          cameBack: moves.cameBack,
          wentQuiet: moves.wentQuiet,
          people: moves.people,
          days: moves.days,
          b: (figure) => <b>{figure}</b>,
        })}
        actions={<AccountFilter workspace={workspace} accounts={accounts} chosen={accountId} />}
      />
      <Columns className="xl:grid-cols-[minmax(0,1fr)_400px] xl:*:not-first:border-s">
        <div>
          <EngagementLanes engagement={engagement} />
          <PostTable workspace={workspace} engagement={engagement} posts={posts} />
        </div>
        <div>
          <PeoplePerStage workspace={workspace} moves={moves} />
          <Returns moves={moves} />
        </div>
      </Columns>
    </>
  );
}
