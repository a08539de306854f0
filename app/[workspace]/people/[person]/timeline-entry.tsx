import { ArrowRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";

import { isReadable } from "#lib/engagement/readable";
import type { TouchpointType } from "#lib/engagement/touchpoint";
import type { TouchpointInList } from "#lib/engagement/touchpoint-list";
import type { PersonJourney } from "#lib/journey/show-person-journey";
import { shortenText } from "#lib/kernel/cut-text";
import type { Stage } from "#lib/workspaces/stage";

import { NetworkIcon } from "../../../_components/network-icon.tsx";
import { Appreciate } from "../../../_components/person/appreciate.tsx";
import { TouchpointWords } from "../../../_components/person/touchpoint-words.tsx";
import { StageChip } from "../../../_components/stage/stage-chip.tsx";
import { stageName, stageNameOf } from "../../../_components/stage/stage-name.ts";
import { StageTile } from "../../../_components/stage/stage-tile.tsx";
import { AppreciateThere } from "./appreciate-there.tsx";
import { type Gifts, giftsFor, placeToGive } from "./gifts.ts";
import type { TimelineRow } from "./timeline.ts";
import { Verdict } from "./verdict.tsx";

type Journey = Pick<PersonJourney, "stages" | "decidingRules">;

export function TimelineEntry({
  row,
  journey,
  now,
  gifts,
}: {
  row: TimelineRow;
  journey: Journey;
  now: Date;
  gifts: Gifts;
}) {
  if (row.kind === "quiet") return <QuietRow row={row} />;
  const { touchpoint } = row.entry;
  const given = giftsFor(gifts, touchpoint);
  const there = placeToGive(gifts, touchpoint);
  return (
    <li
      className={`${rowLook} grid-cols-[62px_auto_minmax(0,1fr)_auto] max-sm:grid-cols-[62px_minmax(0,1fr)]`}
    >
      <Day at={row.entry.touchpoint.occurredAt} now={now} />
      <Step row={row} journey={journey} />
      <span
        className={`wrap-anywhere max-sm:col-start-2 ${row.kind === "move" ? "font-semibold" : ""}`}
      >
        <TouchpointWords touchpoint={touchpoint} />
        <OnPost workspace={gifts.workspace} post={row.entry.post} />
        {given ? (
          <Appreciate workspace={gifts.workspace} touchpointId={touchpoint.id} given={given} />
        ) : null}
        {there ? <AppreciateThere {...there} /> : null}
        {gifts.canGive && isToJudge(touchpoint) ? (
          <Verdict
            workspace={gifts.workspace}
            touchpointId={touchpoint.id}
            verdict={touchpoint.verdict}
          />
        ) : null}
      </span>
      <Weight entry={row.entry} />
    </li>
  );
}

/** Whether the meaning of the touchpoint depends on its text. */
function isToJudge(touchpoint: TouchpointInList["touchpoint"]): boolean {
  return saidInWords.has(touchpoint.type) && isReadable(touchpoint);
}

const saidInWords: ReadonlySet<TouchpointType> = new Set<TouchpointType>([
  "mention",
  "quote",
  "reply",
  "review",
  "user-content",
  "direct-message",
  "question",
  "price-question",
  "support-question",
  "complaint",
]);

/** Link to the post that was responded to, named by its first words. */
function OnPost({ workspace, post }: { workspace: string; post: TouchpointInList["post"] }) {
  const t = useTranslations("touchpoints");
  if (!post) return null;
  const text = shortenText(post.text.replaceAll(/\s+/g, " ").trim(), 48);
  return (
    <>
      {" "}
      <Link
        href={`/${workspace}/posts/${post.id}`}
        className="font-normal text-ink-2 underline decoration-line-2 underline-offset-3 hover:text-ink"
      >
        {text ? t("onPost", { text }) : t("onPostWithoutText")}
      </Link>
    </>
  );
}

const rowLook = "grid min-h-row items-center gap-x-3 gap-y-1 border-t py-[5px]";

function Day({ at, now }: { at: Date; now: Date }) {
  const format = useFormatter();
  const isThisYear =
    format.dateTime(at, { year: "numeric" }) === format.dateTime(now, { year: "numeric" });
  return (
    <time className="text-ink-3" dateTime={at.toISOString()}>
      {format.dateTime(at, {
        day: "numeric",
        month: "short",
        ...(!isThisYear && { year: "2-digit" }),
      })}
    </time>
  );
}

function QuietRow({ row }: { row: Extract<TimelineRow, { kind: "quiet" }> }) {
  const t = useTranslations("people.timeline");
  const format = useFormatter();
  const { days, awayFrom } = row;
  return (
    <li className={`${rowLook} grid-cols-[auto_minmax(0,1fr)] ps-[74px] text-ink-3 max-sm:ps-0`}>
      {awayFrom
        ? t("quietAway", {
            days,
            date: format.dateTime(awayFrom, { day: "numeric", month: "long" }),
          })
        : t("quiet", { days })}
      <i
        aria-hidden
        className="h-[3px] bg-[radial-gradient(circle,var(--color-edge)_1px,transparent_1.4px)] bg-size-[8px_3px] bg-position-[0_50%] bg-repeat-x"
      />
    </li>
  );
}

/**
 * Tile of the stage that the touchpoint counts to; if it moved the person, also the chip of the new stage.
 */
function Step({
  row,
  journey: { stages, decidingRules },
}: {
  row: Exclude<TimelineRow, { kind: "quiet" }>;
  journey: Journey;
}) {
  const names = useTranslations("stages");
  const t = useTranslations();
  const stageOf = (id: string | null | undefined) => stages.find((stage) => stage.id === id);
  const tileOf = (stage: Stage | undefined) => (
    <StageTile
      stage={stage?.key ?? "away"}
      name={stage ? stageName(stage, names) : t("people.away")}
    />
  );
  const to = row.kind === "move" ? stageOf(row.move.toStageId) : undefined;
  if (row.kind !== "move" || !to) {
    const stage = stageOf(row.entry.classification?.stageId);
    return stage ? tileOf(stage) : <StageTile stage="away" name={t("touchpoints.noStage")} />;
  }
  const isFirst = row.move.kind === "first";
  const isDeciding = decidingRules.has(row.entry.classification?.rule ?? "");
  return (
    <span className="inline-flex items-center gap-1.5">
      {isFirst ? null : (
        <>
          {tileOf(stageOf(row.move.fromStageId))}
          <ArrowRight size={14} aria-hidden />
          <span className="sr-only">{t("people.timeline.to")}</span>
        </>
      )}
      <StageChip stage={to.key} name={stageNameOf({ isDeciding }, to, stages, names)} />
    </span>
  );
}

function Weight({ entry: { classification, touchpoint } }: { entry: TouchpointInList }) {
  const t = useTranslations("touchpoints");
  const parts = classification
    ? [
        t(`strength.${classification.strength}`),
        classification.isHalved ? t("countsHalf") : "",
        pointsOf(classification.advocacyWeight, t),
      ]
    : [];
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap text-ink-3 max-sm:col-start-2">
      {parts.filter(Boolean).join(" · ")}
      {touchpoint.accountId ? (
        <NetworkIcon network={touchpoint.channel} label={touchpoint.channel} />
      ) : (
        <span>{touchpoint.source === "csv" ? t("fromList") : t("byHand")}</span>
      )}
    </span>
  );
}

function pointsOf(points: number, t: (key: string, values: { points: number }) => string): string {
  if (points === 0) return "";
  return points > 0 ? t("points", { points }) : t("lessPoints", { points });
}
