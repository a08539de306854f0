import { useTranslations } from "next-intl";

import type { PeoplePage } from "#lib/people/people-list";
import type { Stage } from "#lib/workspaces/stage";

import { Paging } from "../../_components/primitives/paging.tsx";
import { ColumnHead, Table } from "../../_components/primitives/table.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";
import { peopleAddress, type PeopleQuery } from "./people-view.ts";
import { PersonRow } from "./person-row.tsx";

export function PeopleTable({
  workspace,
  query,
  page,
  stages,
}: {
  workspace: string;
  query: PeopleQuery;
  page: PeoplePage;
  stages: readonly Stage[];
}) {
  const t = useTranslations("people");
  return (
    <div className="overflow-x-auto px-6 pb-6 max-sm:px-4">
      <Table>
        <thead>
          <tr>
            <ColumnHead>{t("columns.person")}</ColumnHead>
            <ColumnHead>{t("columns.stage")}</ColumnHead>
            <ColumnHead isEnd className="max-sm:hidden">
              {t("columns.touchpoints")}
            </ColumnHead>
            <ColumnHead isEnd className="ps-6 max-sm:hidden">
              {t("columns.lastSeen")}
            </ColumnHead>
          </tr>
        </thead>
        <tbody>
          {page.people.map((row) => (
            <PersonRow key={row.person.id} workspace={workspace} row={row} stages={stages} />
          ))}
        </tbody>
      </Table>
      {query.after || page.next ? (
        <Paging label={t("paging")}>
          {query.after ? (
            <TextLink href={peopleAddress(workspace, { ...query, after: "" })}>
              {t("first")}
            </TextLink>
          ) : null}
          {page.next ? (
            <TextLink href={peopleAddress(workspace, { ...query, after: page.next })}>
              {t("next")}
            </TextLink>
          ) : null}
        </Paging>
      ) : null}
    </div>
  );
}
