import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { localDay } from "#lib/kernel/local-time";
import { viewCalendar } from "#lib/views/calendar";

import {
  deletePostAction,
  duplicatePostAction,
  movePostAction,
  restorePostAction,
} from "../../_actions/posts.ts";
import { signedInContext } from "../../_actions/signed-in-context.ts";
import { CalendarGrid } from "./calendar-grid.tsx";
import { CalendarHead } from "./calendar-head.tsx";
import { CalendarList } from "./calendar-list.tsx";
import { Drafts } from "./drafts.tsx";
import { inWords } from "./in-words.ts";
import { LaneHeads } from "./lane-heads.tsx";
import { Legend } from "./legend.tsx";
import { daysOf, readAddress } from "./view.ts";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ view?: string; day?: string; account?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("title") };
}

export default async function CalendarPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const today = localDay(ctx.clock.now(), ctx.workspace.timeZone);
  const address = readAddress(await searchParams, today);
  const isList = address.view === "list";
  const asked = { days: daysOf(address), accountId: address.account, withDrafts: isList };
  const { drafts, ...view } = await viewCalendar(ctx, asked);
  const calendar = await inWords(view, ctx.workspace);
  const acts = {
    move: movePostAction.bind(null, workspace),
    remove: deletePostAction.bind(null, workspace),
    restore: restorePostAction.bind(null, workspace),
    duplicate: duplicatePostAction.bind(null, workspace),
  };
  return (
    <>
      <CalendarHead workspace={workspace} address={address} calendar={calendar} />
      <LaneHeads calendar={calendar} />
      {isList ? (
        <CalendarList workspace={workspace} calendar={calendar} acts={acts} />
      ) : (
        <CalendarGrid
          workspace={workspace}
          address={address}
          calendar={calendar}
          gaps={calendar.gaps}
          acts={acts}
        />
      )}
      {isList ? <Drafts workspace={workspace} drafts={drafts} /> : null}
      <Legend />
    </>
  );
}
