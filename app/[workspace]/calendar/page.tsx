import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { mostPostsAtOnce } from "#lib/deliveries/input";
import { localDay } from "#lib/kernel/local-time";
import { viewCalendar } from "#lib/views/calendar";

import {
  changePostsAction,
  deletePostAction,
  duplicatePostAction,
  movePostAction,
  putPostsBackAction,
  restorePostAction,
  schedulePostAction,
  swapPostsAction,
  unschedulePostAction,
} from "../../_actions/posts.ts";
import { signedInContext } from "../../_actions/signed-in-context.ts";
import { readQuery } from "../../_components/frame/read-query.ts";
import { Columns } from "../../_components/primitives/columns.tsx";
import { CalendarGrid } from "./calendar-grid.tsx";
import { CalendarHead } from "./calendar-head.tsx";
import { CalendarList } from "./calendar-list.tsx";
import { DraftsTray } from "./drafts-tray.tsx";
import { inWords } from "./in-words.ts";
import { LaneHeads } from "./lane-heads.tsx";
import { Legend } from "./legend.tsx";
import { selectableOf } from "./selectable-of.ts";
import { SelectionProvider } from "./selection.tsx";
import { countedDaysOf, daysOf, moreDraftsAt, readAddress } from "./view.ts";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ view?: string; day?: string; account?: string; drafts?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("title") };
}

export default async function CalendarPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const today = localDay(ctx.clock.now(), ctx.workspace.timeZone);
  const address = readAddress(await readQuery(searchParams), today);
  const { account: accountId, drafts: most } = address;
  const asked = { days: daysOf(address), counted: countedDaysOf(address), accountId, drafts: most };
  const { drafts, draftCount, ...view } = await viewCalendar(ctx, asked);
  const calendar = await inWords(view, ctx.workspace);
  const acts = actsIn(workspace);
  const shown = { workspace, calendar, acts };
  const canEdit = ctx.actor.role !== "viewer";
  const isList = address.view === "list";
  const bulk = {
    acts: bulkActsIn(workspace),
    timeZone: ctx.workspace.timeZone,
    today,
    stages: calendar.stages.map(({ id, name }) => ({ id, name })),
    most: mostPostsAtOnce,
    canEdit,
  };
  return (
    <SelectionProvider all={isList && canEdit ? selectableOf(calendar.events, drafts) : []}>
      <CalendarHead workspace={workspace} address={address} calendar={calendar} />
      <LaneHeads workspace={workspace} calendar={calendar} />
      <Columns
        className={
          drafts.length > 0
            ? "border-line-2 *:border-line-2 max-2xl:*:last:border-t 2xl:grid-cols-[minmax(0,1fr)_232px] 2xl:*:last:border-s"
            : "*:border-line-2 *:last:border-t"
        }
      >
        {isList ? (
          <CalendarList {...shown} bulk={bulk} />
        ) : (
          <CalendarGrid {...shown} address={address} gaps={calendar.gaps} />
        )}
        <DraftsTray
          {...{ workspace, drafts, acts, canEdit }}
          moreHref={moreDraftsAt(workspace, address, drafts.length)}
          count={draftCount}
          now={calendar.now}
        />
      </Columns>
      <Legend />
    </SelectionProvider>
  );
}

function actsIn(workspace: string) {
  return {
    move: movePostAction.bind(null, workspace),
    remove: deletePostAction.bind(null, workspace),
    restore: restorePostAction.bind(null, workspace),
    duplicate: duplicatePostAction.bind(null, workspace),
    swap: swapPostsAction.bind(null, workspace),
    schedule: schedulePostAction.bind(null, workspace),
    unschedule: unschedulePostAction.bind(null, workspace),
  };
}

function bulkActsIn(workspace: string) {
  return {
    change: changePostsAction.bind(null, workspace),
    putBack: putPostsBackAction.bind(null, workspace),
  };
}
