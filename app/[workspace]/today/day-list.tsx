import { Check, CircleHelp, CircleMinus, type LucideIcon, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";

import type { Today, TodayPost } from "#lib/analytics/show-today";
import type { BlockedDelivery } from "#lib/publisher/list-blockers";
import type { Stage } from "#lib/workspaces/stage";

import { NetworkIcon } from "../../_components/network-icon.tsx";
import { EmptyState } from "../../_components/primitives/empty-state.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { BlockerSign } from "../../_components/sending/blocker-notice.tsx";
import { stageName } from "../../_components/stage/stage-name.ts";
import { StageTile } from "../../_components/stage/stage-tile.tsx";

/** Today's posts, published and planned, with a line at the present time. */
export function DayList({
  workspace,
  today,
  blockers,
  stages,
}: {
  workspace: string;
  today: Today;
  blockers: readonly BlockedDelivery[];
  stages: readonly Stage[];
}) {
  const t = useTranslations("today");
  const format = useFormatter();
  const past = today.posts.filter((post) => post.at <= today.now);
  const coming = today.posts.filter((post) => post.at > today.now);
  const place = today.timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? today.timeZone;
  const row = (post: TodayPost) => (
    <PostRow
      key={post.id}
      {...{ workspace, post, timeZone: today.timeZone, stages }}
      blocked={blockers.find(({ postId }) => postId === post.id)}
    />
  );
  return (
    <Section title={t("day")} aside={t("zone", { place })}>
      {today.posts.length === 0 ? <EmptyState>{t("emptyDay")}</EmptyState> : null}
      <ul>
        {past.map(row)}
        {today.posts.length > 0 ? (
          <li
            // Margins for the label of the time if no post comes before or after the line.
            className="relative h-0 border-b-2 border-ink first:mt-2.5 first:mb-1 last:mb-3.5"
            aria-label={t("now")}
          >
            <time
              className="absolute -start-1.5 -top-2 rounded-1 bg-ink px-[5px] text-axis text-on-ink"
              dateTime={today.now.toISOString()}
            >
              {format.dateTime(today.now, { timeStyle: "short", timeZone: today.timeZone })}
            </time>
          </li>
        ) : null}
        {coming.map(row)}
      </ul>
      <AfterToday next={today.next} timeZone={today.timeZone} />
    </Section>
  );
}

function AfterToday({ next, timeZone }: Pick<Today, "next" | "timeZone">) {
  const t = useTranslations("today");
  const format = useFormatter();
  if (!next) return null;
  const style = { weekday: "long", day: "numeric", month: "long", hour: "numeric" } as const;
  const when = format.dateTime(next.at, { ...style, minute: "2-digit", timeZone });
  return (
    <p className="mt-2 text-small text-ink-2">
      {t.rich("next", { when, b: (part) => <b>{part}</b> })}
    </p>
  );
}

function PostRow({
  workspace,
  post,
  blocked,
  timeZone,
  stages,
}: {
  workspace: string;
  post: TodayPost;
  blocked: BlockedDelivery | undefined;
  timeZone: string;
  stages: readonly Stage[];
}) {
  const t = useTranslations("today");
  const names = useTranslations("stages");
  const format = useFormatter();
  const stage = stages.find(({ id }) => id === post.stageId);
  return (
    <li className="flex gap-3 border-b pt-2 pb-3">
      <time className="w-10 flex-none font-medium" dateTime={post.at.toISOString()}>
        {format.dateTime(post.at, { timeStyle: "short", timeZone })}
      </time>
      {stage ? <StageTile stage={stage.key} name={stageName(stage, names)} /> : null}
      <div className="min-w-0 grow">
        <Link href={`/${workspace}/posts/${post.id}`} className="block truncate font-medium">
          {post.text || "…"}
        </Link>
        <p className="flex min-h-5 flex-wrap items-center gap-x-2.5 gap-y-1 text-small text-ink-2">
          {[...new Set(post.deliveries.map(({ network }) => network))].map((network) => (
            <NetworkIcon key={network} network={network} label={network} size={13} />
          ))}
          <Outcome post={post} />
          {blocked ? <BlockerSign blocked={blocked} timeZone={timeZone} /> : null}
          {post.reactions > 0 ? <span>{t("reactions", { count: post.reactions })}</span> : null}
        </p>
      </div>
    </li>
  );
}

function Outcome({ post }: { post: TodayPost }) {
  const t = useTranslations("today");
  const count = (...states: string[]) =>
    post.deliveries.filter(({ state }) => states.includes(state)).length;
  const out = count("published");
  const doubtful = count("unknown", "reconciling", "needs_person", "missed");
  const failed = count("failed", "stopped");
  const takenDown = count("removed");
  return (
    <>
      {out > 0 ? <Sign icon={Check}>{t("outOn", { count: out })}</Sign> : null}
      {takenDown > 0 ? (
        <Sign icon={CircleMinus}>{t("takenDownOn", { count: takenDown })}</Sign>
      ) : null}
      {doubtful > 0 ? (
        <Sign icon={CircleHelp} className="font-bold">
          {t("notKnown", { count: doubtful })}
        </Sign>
      ) : null}
      {failed > 0 ? (
        <Sign icon={TriangleAlert} className="font-bold text-danger">
          {t("failedOn", { count: failed })}
        </Sign>
      ) : null}
    </>
  );
}

function Sign({
  icon: Icon,
  className = "",
  children,
}: {
  icon: LucideIcon;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span className={`inline-flex items-center gap-1 ${className}`}>
      <Icon size={13} aria-hidden="true" />
      {children}
    </span>
  );
}
