import { redirect } from "next/navigation";

import { viewPerson } from "#lib/views/person";

import { orNotFound } from "../../../_actions/or-not-found.ts";
import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { readQuery } from "../../../_components/frame/read-query.ts";
import { Columns } from "../../../_components/primitives/columns.tsx";
import { Accounts } from "./accounts.tsx";
import { Consents } from "./consents.tsx";
import { GaveBack } from "./gave-back.tsx";
import { giftsOf } from "./gifts.ts";
import { JourneyStave } from "./journey-stave.tsx";
import { OpenCase } from "./open-case.tsx";
import { PersonHead } from "./person-head.tsx";
import { SamePeople } from "./same-people.tsx";
import { touchpointFilterOf, type TimelineQuery } from "./timeline-view.ts";
import { Timeline } from "./timeline.tsx";
import { WhereNow } from "./where-now.tsx";

export default async function PersonPage({
  params,
  searchParams,
}: {
  params: Promise<{ workspace: string; person: string }>;
  searchParams: Promise<TimelineQuery>;
}) {
  const { workspace, person: personId } = await params;
  const query = await readQuery(searchParams);
  const ctx = await signedInContext(workspace);
  const { shown, journey, page, recognitions, given, openCase, merges } = await orNotFound(
    viewPerson(ctx, personId, touchpointFilterOf(query)),
  );
  if (shown.person.id !== personId) redirect(`/${workspace}/people/${shown.person.id}`);
  const now = ctx.clock.now();
  const canChange = ctx.actor.role !== "viewer";
  return (
    <>
      <PersonHead
        {...{ ctx, shown, journey }}
        merged={merges.merged}
        thankCount={recognitions.length}
      />
      <Columns className="xl:grid-cols-[minmax(0,1fr)_372px] *:border-line-2 max-xl:*:not-first:border-t xl:*:not-first:border-s">
        <div>
          <JourneyStave name={shown.person.displayName} journey={journey} now={now} />
          <Timeline
            base={`/${workspace}/people/${personId}`}
            query={query}
            page={page}
            journey={journey}
            networks={shown.identities.map(({ network }) => network)}
            now={now}
            gifts={giftsOf(ctx, workspace, given)}
          />
        </div>
        <div>
          {openCase ? (
            <OpenCase {...{ workspace, personId }} since={openCase.since} canClose={canChange} />
          ) : null}
          <WhereNow workspace={workspace} personId={personId} journey={journey} />
          <Accounts identities={shown.identities} />
          <SamePeople {...{ workspace, personId, merges }} canAnswer={canChange} />
          <GaveBack recognitions={recognitions} given={given} journey={journey} />
          <Consents workspace={workspace} shown={shown} />
        </div>
      </Columns>
    </>
  );
}
