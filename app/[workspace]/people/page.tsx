import { getTranslations } from "next-intl/server";

import { viewPeople } from "#lib/views/people";

import { recordTouchpointAction } from "../../_actions/engagement.ts";
import { signedInContext } from "../../_actions/signed-in-context.ts";
import { readQuery } from "../../_components/frame/read-query.ts";
import { AddTouchpoint } from "../../_components/person/add-touchpoint.tsx";
import { LinkButton } from "../../_components/primitives/button.tsx";
import { PageHead } from "../../_components/primitives/page-head.tsx";
import { NobodyHere } from "./nobody-here.tsx";
import { PeopleFilters } from "./people-filters.tsx";
import { PeopleTable } from "./people-table.tsx";
import { filterOf, type PeopleQuery } from "./people-view.ts";

export default async function PeoplePage({
  params,
  searchParams,
}: {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<PeopleQuery>;
}) {
  const { workspace } = await params;
  const query = await readQuery(searchParams);
  const ctx = await signedInContext(workspace);
  const t = await getTranslations();
  const { page, stages, networks, timeZone, now } = await viewPeople(ctx, filterOf(query));
  return (
    <>
      <PageHead
        title={t("people.title")}
        lead={t("people.lead")}
        actions={
          <>
            <LinkButton href={`/${workspace}/people/same`}>{t("people.same.open")}</LinkButton>
            <LinkButton href={`/${workspace}/people/import`}>
              {t("touchpoints.import.open")}
            </LinkButton>
            <AddTouchpoint
              {...{ now, timeZone, networks }}
              onAdd={recordTouchpointAction.bind(null, workspace)}
            />
          </>
        }
      />
      <PeopleFilters workspace={workspace} query={query} stages={stages} />
      {page.people.length === 0 ? (
        <NobodyHere workspace={workspace} query={query} />
      ) : (
        <PeopleTable workspace={workspace} query={query} page={page} stages={stages} />
      )}
    </>
  );
}
