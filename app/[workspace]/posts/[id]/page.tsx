import type { Metadata } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";

import { shortenText } from "#lib/kernel/cut-text";
import { addDays, wallClock } from "#lib/kernel/local-time";
import { type PostView, viewPost } from "#lib/views/post";

import { orNotFound } from "../../../_actions/or-not-found.ts";
import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { Columns } from "../../../_components/primitives/columns.tsx";
import { PageHead } from "../../../_components/primitives/page-head.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { StageChip } from "../../../_components/stage/stage-chip.tsx";
import { stageName } from "../../../_components/stage/stage-name.ts";
import { DeliveryRow } from "./delivery-row.tsx";
import { LatestTouchpoints } from "./latest-touchpoints.tsx";
import { PostActs } from "./post-acts.tsx";
import { PostCounts } from "./post-counts.tsx";
import { PostOptions } from "./post-options.tsx";
import { PostText } from "./post-text.tsx";
import { RecurrencePart } from "./recurrence-part.tsx";
import { RepeatButton } from "./repeat-button.tsx";

type Props = { params: Promise<{ workspace: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("post.title") };
}

export default async function PostPage({ params }: Props) {
  const { workspace, id } = await params;
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("calendar");
  const view = await orNotFound(viewPost(ctx, id));
  const { post, stage, stages, deliveries, touchpoints, latest, status, texts, options } = view;
  const canEdit = ctx.actor.role !== "viewer";
  const now = wallClock(ctx.clock.now(), ctx.workspace.timeZone);
  return (
    <>
      <PageHead
        title={titleOf(post) || t("post.untitled")}
        lead={<Lead post={post} stage={stage} />}
        actions={
          <>
            {canEdit && mayRepeat(view) ? (
              <RepeatButton {...{ workspace, post }} {...firstTimeOf(post, now)} />
            ) : null}
            <PostActs workspace={workspace} post={post} status={status} />
          </>
        }
      />
      <Columns className="md:grid-cols-[minmax(0,1fr)_minmax(320px,460px)] *:border-line-2 max-md:*:not-first:border-t md:*:not-first:border-s">
        <div>
          <PostText workspace={workspace} texts={texts} />
          {view.recurrence && post.recurrenceDay ? (
            <RecurrencePart
              {...{ workspace, recurrence: view.recurrence, day: post.recurrenceDay }}
              canEnd={canEdit}
            />
          ) : null}
          <PostOptions {...{ workspace, options }} canAsk={canEdit} />
          <Section title={t("post.whatCame")}>
            <p>
              {t.rich("post.reactions", { count: touchpoints, b: (figure) => <b>{figure}</b> })}
            </p>
            <PostCounts counted={deliveries} timeZone={ctx.workspace.timeZone} />
            <LatestTouchpoints {...{ workspace, latest, stages }} total={touchpoints} />
          </Section>
        </div>
        <div>
          <Where {...{ workspace, view, now, canEdit }} />
        </div>
      </Columns>
    </>
  );
}

/** The deliveries of the post. */
function Where({
  workspace,
  view: { post, deliveries },
  now,
  canEdit,
}: {
  workspace: string;
  view: PostView;
  now: string;
  canEdit: boolean;
}) {
  const t = useTranslations("calendar");
  return (
    <Section title={t("post.where")}>
      {deliveries.length === 0 ? <p className="text-ink-2">{t("post.noDeliveries")}</p> : null}
      {deliveries.map(({ delivery, blocked, account }) => (
        <DeliveryRow
          key={delivery.id}
          {...{ workspace, delivery, blocked, account, now }}
          timeZone={post.timeZone}
          canAnswer={canEdit}
        />
      ))}
    </Section>
  );
}

/** Whether the post may be repeated. Shout-outs, replies and posts of a recurrence may not. */
function mayRepeat({ post, recurrence }: PostView): boolean {
  return !recurrence && !post.shoutOutId && !post.replyToTouchpointId;
}

/** Returns the planned time if it is in the future; otherwise this time tomorrow as a proposal. */
function firstTimeOf({ publishAt, timeZone }: PostView["post"], now: string) {
  const planned = publishAt && wallClock(publishAt, timeZone);
  return planned && planned > now
    ? { firstAt: planned, isPlanned: true }
    : { firstAt: `${addDays(now.slice(0, 10), 1)}${now.slice(10)}`, isPlanned: false };
}

/** Returns the beginning of the post's first part. */
function titleOf({ parts }: PostView["post"]): string {
  return shortenText((parts[0]?.text ?? "").replaceAll(/\s+/g, " ").trim(), 70);
}

/** Shows the post's stage and time. */
function Lead({ post, stage }: Pick<PostView, "post" | "stage">) {
  const stages = useTranslations("stages");
  const format = useFormatter();
  const inFull = { dateStyle: "full", timeStyle: "short", timeZone: post.timeZone } as const;
  return (
    <span className="flex flex-wrap items-center gap-3">
      {stage ? <StageChip stage={stage.key} name={stageName(stage, stages)} /> : null}
      {post.publishAt ? format.dateTime(post.publishAt, inFull) : null}
    </span>
  );
}
