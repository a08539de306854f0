import type { Context } from "../kernel/context.ts";
import { localDates } from "../kernel/local-time.ts";
import { textDigestOf } from "./duplicate-text.ts";
import type { TextSignals } from "./text-signals/text-signals.ts";
import type { Touchpoint } from "./touchpoint.ts";

/** What must be given to record a touchpoint. Everything else is derived or optional. */
export type TouchpointFacts = Pick<
  Touchpoint,
  "identityId" | "type" | "channel" | "modality" | "occurredAt" | "remoteId" | "source" | "text"
> &
  Partial<
    Pick<
      Touchpoint,
      | "accountId"
      | "deliveryId"
      | "postId"
      | "url"
      | "replyTarget"
      | "stars"
      | "note"
      | "hasImage"
      | "isAnswerToOther"
      | "direction"
    >
  >;

/** Returns the complete row, with the local day and week in the workspace's zone and the text signals. */
export function touchpointRow(
  ctx: Context,
  timeZone: string,
  told: TouchpointFacts,
  signals: TextSignals | undefined,
): Touchpoint {
  const { day, week } = localDates(told.occurredAt, timeZone);
  return {
    ...nothingMore,
    ...told,
    ...saidBy(signals),
    id: ctx.newId(),
    textDigest: textDigestOf(told.text),
    workspaceId: ctx.workspaceId,
    localDay: day,
    localWeek: week,
    verdict: null,
    recordedBy: ctx.actor.id,
    recordedAt: ctx.clock.now(),
  };
}

const nothingMore = {
  accountId: null,
  deliveryId: null,
  postId: null,
  url: null,
  replyTarget: null,
  stars: null,
  note: null,
  hasImage: false,
  isAnswerToOther: false,
  direction: "in",
} as const;

const silence = {
  language: null,
  sentiment: null,
  emotion: null,
  confidence: null,
  isContest: false,
} as const;

function saidBy(signals: TextSignals | undefined) {
  if (!signals) return silence;
  const { language = null, sentiment, emotion, confidence, isContest } = signals;
  return { language, sentiment, emotion, confidence, isContest };
}
