import { getFormatter, getTranslations } from "next-intl/server";

import { wallClock } from "#lib/kernel/local-time";
import { viewToday } from "#lib/views/today";

import { signedInContext } from "../../_actions/signed-in-context.ts";
import { FindButton } from "../../_components/frame/find-or-do.tsx";
import { Columns } from "../../_components/primitives/columns.tsx";
import { PageHead } from "../../_components/primitives/page-head.tsx";
import { CameIn } from "./came-in.tsx";
import { DayList } from "./day-list.tsx";
import { Health } from "./health.tsx";
import { leadFigures } from "./lead.ts";
import { NeedsPerson, questionsShown } from "./needs-person.tsx";
import { NewPost } from "./new-post.tsx";
import { Owed } from "./owed.tsx";
import { PlanAhead } from "./plan-ahead.tsx";

const daysAhead = 14;
const fullDay = { weekday: "long", day: "numeric", month: "long" } as const;

export default async function TodayPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const [t, format] = await Promise.all([getTranslations("today"), getFormatter()]);
  const loaded = await viewToday(ctx, { daysAhead, questions: questionsShown });
  const { blockers, stave, today, stages, accounts, shoutOuts, questions, waiting } = loaded;
  const date = format.dateTime(today.now, { ...fullDay, timeZone: today.timeZone });
  return (
    <>
      <PageHead
        title={date}
        lead={t.rich("lead", {
          ...leadFigures(today, waiting, shoutOuts.suggestions.length),
          b: (part) => <b>{part}</b>,
        })}
        actions={
          <>
            <FindButton />
            <NewPost workspace={workspace} />
          </>
        }
        isRuled={false}
      />
      <PlanAhead {...{ workspace, stave, blockers }} plan={ctx.workspace.settings.plan} />
      <Columns
        isFilling
        className="border-t border-line-2 xl:grid-cols-[1.16fr_1.06fr_1fr] xl:*:not-first:border-s"
      >
        <div>
          <DayList {...{ workspace, today, stages, blockers }} />
          <CameIn workspace={workspace} cameIn={today.cameIn} stages={stages} />
        </div>
        <div>
          <NeedsPerson
            {...{ workspace, questions, waiting, timeZone: today.timeZone }}
            now={wallClock(today.now, today.timeZone)}
            canAnswer={ctx.actor.role !== "viewer"}
          />
          <Health workspace={workspace} accounts={accounts} now={today.now} />
        </div>
        <div>
          <Owed {...{ workspace, stages, timeZone: today.timeZone }} shoutOuts={shoutOuts} />
        </div>
      </Columns>
    </>
  );
}
