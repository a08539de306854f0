import { cutText } from "#lib/kernel/cut-text";
import type { PeopleFilter } from "#lib/people/input";

/** Query of the page's address. `stage` is a stage id or `away`. */
export interface PeopleQuery {
  readonly search?: string;
  readonly stage?: string;
  readonly after?: string;
}

export function filterOf({ search, stage, after }: PeopleQuery): PeopleFilter {
  return {
    ...(search && { search: cutText(search, 100) }),
    ...(stage === "away" && { presence: "away" as const }),
    ...(stage && stage !== "away" && { stageId: stage.slice(0, 100) }),
    ...(after && { after }),
    limit: 50,
  };
}

export function peopleAddress(workspace: string, query: PeopleQuery): string {
  const entries = Object.entries(query).filter(([, value]) => value);
  const search = new URLSearchParams(entries as [string, string][]).toString();
  return `/${workspace}/people${search && `?${search}`}`;
}
