import { useTranslations } from "next-intl";
import Link from "next/link";

import type { PostEngagement } from "#lib/analytics/show-engagement-by-post";
import type { EngagementByStage } from "#lib/analytics/show-engagement-by-stage";

import { ScrollRegion } from "../../_components/primitives/scroll-region.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { stageName } from "../../_components/stage/stage-name.ts";
import { StageTile } from "../../_components/stage/stage-tile.tsx";

const most = 12;

/** Which posts people answered, and at which stage their answers count. */
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
  const shown = t("postsShown", { count: Math.min(most, posts.length) });
  return (
    <Section title={t("perPost")} aside={shown}>
      <ScrollRegion label={shown}>
        <table className="figures-table">
          <thead>
            <tr>
              <th scope="col">{t("post")}</th>
              {stages.map((stage) => (
                <th key={stage.id} scope="col">
                  <StageTile stage={stage.key} name={stageName(stage, names)} />
                </th>
              ))}
              <th scope="col">{t("inAll")}</th>
            </tr>
          </thead>
          <tbody>
            {posts.slice(0, most).map((row) => (
              <PostRow key={row.post.id} {...{ workspace, row, stages }} />
            ))}
          </tbody>
        </table>
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
      <th scope="row">
        <Link className="post-title" href={`/${workspace}/posts/${post.id}`}>
          {post.parts[0]?.text || "…"}
        </Link>
      </th>
      {stages.map((stage) => (
        <td key={stage.id}>{byStage[stage.id] ?? 0}</td>
      ))}
      <td>
        <b>{touchpoints}</b>
      </td>
    </tr>
  );
}
