import { getFormatter, getTranslations } from "next-intl/server";

import type { Calendar } from "#lib/views/calendar";
import type { Workspace } from "#lib/workspaces/workspace";

import { blockerValues, placeToAct } from "../../_components/sending/blocker-values.ts";
import { stageName } from "../../_components/stage/stage-name.ts";
import type { CalendarEvent, OpenPlace } from "./calendar-event.ts";

/** Adds stage names and translated blockers to the calendar's data. */
export async function inWords(
  { stages, gaps, events, open, ...view }: Omit<Calendar, "drafts" | "draftCount">,
  { slug, timeZone }: Pick<Workspace, "slug" | "timeZone">,
) {
  const [t, sending, format] = await Promise.all([
    getTranslations("stages"),
    getTranslations("sending"),
    getFormatter(),
  ]);
  const named = stages.map((stage) => ({ ...stage, name: stageName(stage, t) }));
  const blockedInWords = (blocked: NonNullable<(typeof events)[number]["blocked"]>) => {
    const { kind } = blocked.blocker;
    const values = blockerValues(blocked, format, timeZone);
    return {
      short: sending(`blockersShort.${kind}`, values),
      sentence: sending(`blockers.${kind}`, values),
      act: sending(`blockerActs.${kind}`),
      href: `/${slug}/${placeToAct(kind)}`,
    };
  };
  return {
    ...view,
    stages: named,
    open: openInWords(open, named),
    gaps: named.filter(({ key }) => gaps.includes(key)),
    events: events.map(({ blocked, ...event }): CalendarEvent => {
      const stage = named.find(({ key }) => key === event.stageKey);
      return {
        ...event,
        stageName: stage?.name ?? "",
        ...(blocked && { blocked: blockedInWords(blocked) }),
      };
    }),
  };
}

/** Merges free slots of several accounts at the same time and for the same stage into one entry. */
function openInWords(
  open: Calendar["open"],
  stages: readonly { readonly key: string; readonly name: string }[],
): OpenPlace[] {
  const lines = new Map<string, OpenPlace>();
  for (const { at, day, time, stageKey, ...account } of open) {
    const key = `${at} ${stageKey}`;
    const stageName = stages.find((stage) => stage.key === stageKey)?.name ?? "";
    const line = lines.get(key) ?? { key, at, day, time, stageKey, stageName, accounts: [] };
    lines.set(key, { ...line, accounts: [...line.accounts, account] });
  }
  return [...lines.values()];
}

export type ShownCalendar = Awaited<ReturnType<typeof inWords>>;
export type LaneStage = ShownCalendar["stages"][number];
