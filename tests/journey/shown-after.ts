import { readText } from "#lib/engagement/text-signals/text-signals";
import type { LoggedTouchpoint } from "#lib/journey/person-state";
import { readJourney } from "#lib/journey/read-journey";
import { stageModel } from "#lib/journey/stage-model";
import type { Stage } from "#lib/workspaces/stage";

import { silent, stages as usual } from "./stages.ts";

/** Day of the log, what was done, and the words or what more is known of it. */
export type Act = readonly [
  day: number,
  type: LoggedTouchpoint["type"],
  more?: Partial<LoggedTouchpoint> | string,
];

const start = Date.UTC(2025, 11, 1, 10);
const dayMs = 86_400_000;

/** Where somebody is shown on a day after all that: a stage's key, or away; in purchase with its side. */
export function shownAfter(acts: readonly Act[], day: number, stages: readonly Stage[] = usual) {
  const now = new Date(start + day * dayMs);
  const { journey } = readJourney(acts.map(touchpointOf), [], stageModel(stages), now);
  const key = journey?.shown === undefined ? "away" : stages[journey.shown]?.key;
  const side = journey?.isDeciding ? "deciding" : "bought";
  return key === "purchase" ? `${key} ${side}` : key;
}

export function everyDay(days: number, type: Act[1], from = 0): Act[] {
  return Array.from({ length: days }, (_, day) => [from + day, type]);
}

export function likesOn(...days: number[]): Act[] {
  return days.map((day) => [day, "like"]);
}

function touchpointOf([day, type, more = {}]: Act, n: number): LoggedTouchpoint {
  const told = typeof more === "string" ? { text: more } : more;
  const occurredAt = new Date(start + day * dayMs);
  const stars = type === "review" ? 5 : null;
  return {
    ...silent,
    stars,
    ...saidIn(told.text),
    ...told,
    id: `t${n}`,
    remoteId: `t${String(n).padStart(5, "0")}`,
    type,
    occurredAt,
    localDay: occurredAt.toISOString().slice(0, 10),
  } as LoggedTouchpoint;
}

function saidIn(text: string | null | undefined) {
  if (!text) return {};
  const { sentiment, emotion, language = null, confidence } = readText(text);
  return { sentiment, emotion, language, confidence };
}
