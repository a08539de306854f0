import type { Context } from "../kernel/context.ts";
import { writtenMoment } from "../kernel/local-time.ts";
import { csvCell } from "../lists/csv-cell.ts";
import { ownRecords } from "../people/person.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import type { TouchpointFilter } from "./input.ts";
import { listTouchpoints } from "./list-touchpoints.ts";
import type { TouchpointInList } from "./touchpoint-list.ts";

const head = "person,handle,channel,type,at,text,stars,answers,note,reference,shoutloop-id";
/** Value for an answer to another person's words. Which person that was is not stored. */
const another = "another person";
const pageSize = 500;

/**
 * Yields the touchpoints as a CSV list that `importTouchpoints` reads, with times in the workspace's zone.
 * Importing it again adds nothing. Reads page by page, so that the whole list is never in memory.
 */
export async function* exportTouchpoints(
  ctx: Context,
  filter: TouchpointFilter = {},
): AsyncGenerator<string> {
  requireRole(ctx, "viewer");
  const { timeZone } = await showWorkspace(ctx);
  yield `${head}\r\n`;
  let { after } = filter;
  do {
    const wanted = { ...filter, limit: pageSize, ...(after && { after }) };
    const { touchpoints, next } = await listTouchpoints(ctx, wanted);
    yield touchpoints.map((row) => `${lineOf(row, timeZone)}\r\n`).join("");
    after = next;
  } while (after);
}

function lineOf({ touchpoint, person, identity }: TouchpointInList, timeZone: string): string {
  const { channel, type, text, stars, note, occurredAt, remoteId } = touchpoint;
  const answers = touchpoint.isAnswerToOther ? another : "";
  const isOurs = identity.network === ownRecords;
  const [handle, reference] = isOurs ? ["", identity.remoteId] : [identity.handle, ""];
  const at = writtenMoment(occurredAt, timeZone);
  return [
    person.displayName,
    handle,
    channel,
    type,
    at,
    text,
    stars,
    answers,
    note,
    reference,
    remoteId,
  ]
    .map(csvCell)
    .join(",");
}
