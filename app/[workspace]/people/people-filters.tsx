import { useTranslations } from "next-intl";
import Form from "next/form";
import Link from "next/link";

import type { Stage } from "#lib/workspaces/stage";

import { Button } from "../../_components/primitives/button.tsx";
import { Input } from "../../_components/primitives/field.tsx";
import { stageName } from "../../_components/stage/stage-name.ts";
import { StageTile } from "../../_components/stage/stage-tile.tsx";
import { peopleAddress, type PeopleQuery } from "./people-view.ts";

/** Filters that are stored in the address, so that a filtered list can be shared. */
export function PeopleFilters({
  workspace,
  query,
  stages,
}: {
  workspace: string;
  query: PeopleQuery;
  stages: readonly Stage[];
}) {
  const t = useTranslations("people");
  const names = useTranslations("stages");
  const lanes = [
    ...stages.map((stage) => ({ id: stage.id, key: stage.key, name: stageName(stage, names) })),
    { id: "away", key: "away", name: t("away") },
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 border-b px-6 py-3 max-sm:px-4">
      <Search workspace={workspace} query={query} />
      <nav aria-label={t("stages")} className="flex flex-wrap gap-1">
        <StageLink query={{ ...query, stage: "" }} workspace={workspace} isCurrent={!query.stage}>
          {t("everyone")}
        </StageLink>
        {lanes.map(({ id, key, name }) => (
          <StageLink
            key={id}
            workspace={workspace}
            query={{ ...query, stage: id }}
            isCurrent={query.stage === id}
          >
            <StageTile stage={key} size={15} />
            {name}
          </StageLink>
        ))}
      </nav>
    </div>
  );
}

function Search({ workspace, query }: { workspace: string; query: PeopleQuery }) {
  const t = useTranslations("people");
  return (
    <search>
      <Form action={`/${workspace}/people`} className="flex gap-2">
        <Input
          type="search"
          name="search"
          maxLength={100}
          defaultValue={query.search ?? ""}
          placeholder={t("search")}
          aria-label={t("search")}
        />
        {query.stage ? <input type="hidden" name="stage" value={query.stage} /> : null}
        <Button type="submit">{t("find")}</Button>
      </Form>
    </search>
  );
}

function StageLink({
  workspace,
  query,
  isCurrent,
  children,
}: {
  workspace: string;
  query: PeopleQuery;
  isCurrent: boolean;
  children: React.ReactNode;
}) {
  return (
    <Link
      href={peopleAddress(workspace, { ...query, after: "" })}
      className="inline-flex min-h-7 items-center gap-1.5 rounded-1 border border-line-2 px-2 text-small font-medium text-ink-2 hover:bg-hover current:border-ink current:text-ink current:inset-ring current:inset-ring-ink"
      aria-current={isCurrent ? "page" : undefined}
    >
      {children}
    </Link>
  );
}
