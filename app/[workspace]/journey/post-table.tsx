import { useTranslations } from "next-intl";
import Link from "next/link";

import type { PostEngagement } from "#lib/analytics/show-engagement-by-post";
import type { EngagementByStage } from "#lib/analytics/show-engagement-by-stage";

import { ScrollRegion } from "../../_components/primitives/scroll-region.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { Cell, ColumnHead, RowHead, Table } from "../../_components/primitives/table.tsx";
import { stageName } from "../../_components/stage/stage-name.ts";
import { StageTile } from "../../_components/stage/stage-tile.tsx";

/** Posts that people responded to, and the stage that the responses count to. */
export function PostTable({
  workspace,
  engagement,
  posts,
}: {
  workspace: string;
  engagement: EngagementByStage;
  posts: readonly PostEngagement[];
}) {
  const t = useTranslations("journey-page");
  const names = useTranslations("stages");
  const stages = engagement.lanes.map((lane) => lane.stage);
  if (posts.length === 0) return null;
  const shown = t("postsShown", { count: posts.length });
  return (
    <Section title={t("perPost")} aside={shown}>
      <ScrollRegion label={shown}>
        <Table>
          <thead>
            <tr>
              <ColumnHead isFigure>{t("post")}</ColumnHead>
              {stages.map((stage) => (
                <ColumnHead key={stage.id} isFigure>
                  <StageTile stage={stage.key} name={stageName(stage, names)} />
                </ColumnHead>
              ))}
              <ColumnHead isFigure>{t("inAll")}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {posts.map((row) => (
              <PostRow key={row.post.id} {...{ workspace, row, stages }} />
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
    </Section>
  );
}

function PostRow({
  workspace,
  row: { post, touchpoints, byStage },
  stages,
}: {
  workspace: string;
  row: PostEngagement;
  stages: readonly { id: string }[];
}) {
  return (
    <tr>
      <RowHead isFigure>
        <Link
          className="block max-w-[clamp(180px,32vw,460px)] overflow-hidden text-ellipsis"
          href={`/${workspace}/posts/${post.id}`}
        >
          {post.parts[0]?.text || "…"}
        </Link>
      </RowHead>
      {stages.map((stage) => (
        <Cell key={stage.id} isFigure>
          {byStage[stage.id] ?? 0}
        </Cell>
      ))}
      <Cell isFigure>
        <b>{touchpoints}</b>
      </Cell>
    </tr>
  );
}
