import { useTranslations } from "next-intl";

import type { PeoplePage } from "#lib/people/people-list";
import type { Stage } from "#lib/workspaces/stage";

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
    <div className="people-list">
      <table className="people-table">
        <thead>
          <tr>
            <th scope="col">{t("columns.person")}</th>
            <th scope="col">{t("columns.stage")}</th>
            <th scope="col" className="people-number">
              {t("columns.touchpoints")}
            </th>
            <th scope="col" className="people-when">
              {t("columns.lastSeen")}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.people.map((row) => (
            <PersonRow key={row.person.id} workspace={workspace} row={row} stages={stages} />
          ))}
        </tbody>
      </table>
      <div className="people-paging">
        {query.after ? (
          <TextLink href={peopleAddress(workspace, { ...query, after: "" })}>{t("first")}</TextLink>
        ) : null}
        {page.next ? (
          <TextLink href={peopleAddress(workspace, { ...query, after: page.next })}>
            {t("next")}
          </TextLink>
        ) : null}
      </div>
    </div>
  );
}
