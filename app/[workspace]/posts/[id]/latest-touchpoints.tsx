import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";

import type { PostView } from "#lib/views/post";
import type { Stage } from "#lib/workspaces/stage";

import { Initials } from "../../../_components/person/initials.tsx";
import { TouchpointWords } from "../../../_components/person/touchpoint-words.tsx";
import { stageName } from "../../../_components/stage/stage-name.ts";
import { StageTile } from "../../../_components/stage/stage-tile.tsx";

/** The latest touchpoints of the post, each with the stage that it counts to. */
export function LatestTouchpoints({
  workspace,
  latest,
  stages,
  total,
}: Pick<PostView, "latest" | "stages"> & { workspace: string; total: number }) {
  const t = useTranslations("calendar.post");
  if (latest.length === 0) return null;
  return (
    <>
      <h3 className="pt-4">{t("latest")}</h3>
      <ul className="pt-1">
        {latest.map((entry) => (
          <Row
            key={entry.touchpoint.id}
            {...{ workspace, entry }}
            stage={stages.find(({ id }) => id === entry.classification?.stageId)}
          />
        ))}
      </ul>
      {total > latest.length ? (
        <p className="text-small text-ink-2">{t("more", { count: total - latest.length })}</p>
      ) : null}
    </>
  );
}

function Row({
  workspace,
  entry: { touchpoint, person },
  stage,
}: {
  workspace: string;
  entry: PostView["latest"][number];
  stage: Stage | undefined;
}) {
  const names = useTranslations("stages");
  const t = useTranslations("touchpoints");
  const format = useFormatter();
  const { occurredAt } = touchpoint;
  return (
    <li className="grid grid-cols-[auto_auto_minmax(0,1fr)] items-center gap-x-3 py-1.5 not-first:border-t sm:grid-cols-[auto_auto_minmax(0,1fr)_auto]">
      <StageTile
        stage={stage?.key ?? "away"}
        name={stage ? stageName(stage, names) : t("noStage")}
      />
      <Initials name={person.displayName} size={26} />
      <span className="wrap-anywhere">
        <Link className="font-semibold hover:underline" href={`/${workspace}/people/${person.id}`}>
          <bdi>{person.displayName}</bdi>
        </Link>{" "}
        · <TouchpointWords touchpoint={touchpoint} />
      </span>
      <time
        className="text-small text-ink-3 max-sm:col-start-3"
        dateTime={occurredAt.toISOString()}
      >
        {format.dateTime(occurredAt, { day: "numeric", month: "short" })}
      </time>
    </li>
  );
}
