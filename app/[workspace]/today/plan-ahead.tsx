import { useFormatter, useTranslations } from "next-intl";

import type { PlanLane, PlannedPost, PlanStave } from "#lib/analytics/show-stave";
import type { BlockedDelivery } from "#lib/publisher/list-blockers";

import { Part, SectionHead } from "../../_components/primitives/section.tsx";
import { blockerValues } from "../../_components/sending/blocker-values.ts";
import { stageName } from "../../_components/stage/stage-name.ts";
import { Stave } from "../../_components/stave/stave.tsx";

const looks = {
  out: "out",
  "taken-down": "taken-down",
  scheduled: "scheduled",
  "needs-person": "unknown",
  missed: "missed",
  failed: "failed",
} as const;

/** The stave of the next two weeks, which shows stages without posts. */
export function PlanAhead({
  workspace,
  stave,
  blockers,
  plan,
}: {
  workspace: string;
  stave: PlanStave;
  blockers: readonly BlockedDelivery[];
  plan: Readonly<Record<string, number>>;
}) {
  const t = useTranslations("today");
  const days = stave.days.length;
  const posts = stave.lanes.reduce((sum, lane) => sum + lane.posts.length, 0);
  const planned = Object.values(plan).reduce((sum, count) => sum + count, 0);
  const filled = stave.lanes.filter((lane) => lane.posts.length > 0).length;

  const laneOf = useLane(workspace, stave, blockers);

  return (
    <Part>
      <SectionHead
        title={t("ahead", { days })}
        aside={t.rich(planned > 0 ? "figuresWithPlan" : "figures", {
          posts,
          planned,
          filled,
          stages: stave.lanes.length,
          b: (part) => <b>{part}</b>,
        })}
      />
      <Stave
        label={t("ahead", { days })}
        days={stave.days}
        {...(stave.days[0] ? { today: stave.days[0] } : {})}
        lanes={stave.lanes.map(laneOf)}
      />
    </Part>
  );
}

/** Returns a lane of the stave: its posts, or a sentence and a link if there are none. */
function useLane(
  workspace: string,
  { days, timeZone }: PlanStave,
  blockers: readonly BlockedDelivery[],
) {
  const t = useTranslations("today");
  const short = useTranslations("sending.blockersShort");
  const stages = useTranslations("stages");
  const format = useFormatter();

  function eventOf(post: PlannedPost, stage: string) {
    const time = format.dateTime(post.at, { timeStyle: "short", timeZone: timeZone });
    const blocked = blockers.find(({ postId }) => postId === post.id);
    const state = blocked
      ? short(blocked.blocker.kind, blockerValues(blocked, format, timeZone))
      : t(`states.${post.state}`);
    return {
      id: post.id,
      day: post.day,
      text: time,
      name: t("eventName", { stage, state, text: post.text }),
      isBlocked: blocked !== undefined,
      look: looks[post.state],
      href: `/${workspace}/posts/${post.id}`,
    };
  }
  return function laneOf({ stage, posts: own, peopleThisWeek }: PlanLane) {
    const name = stageName(stage, stages);
    return {
      key: stage.key,
      name,
      count: own.length,
      events: own.map((post) => eventOf(post, name)),
      gap: {
        text: t("gap", { stage: name, days: days.length, people: peopleThisWeek }),
        action: { href: `/${workspace}/compose?stage=${stage.key}`, label: t("planOne") },
      },
    };
  };
}
