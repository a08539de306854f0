import type { Context } from "../kernel/context.ts";
import { writtenMoment } from "../kernel/local-time.ts";
import { ownRecords } from "../people/person.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { csvCell } from "./csv-cell.ts";
import type { TouchpointFilter } from "./input.ts";
import { listTouchpoints } from "./list-touchpoints.ts";
import type { TouchpointInList } from "./touchpoint-list.ts";

const head = "person,handle,channel,type,at,text,stars,note,reference,shoutloop-id";
const pageSize = 500;
const mostPages = 200;

/** The touchpoints as a list that `importTouchpoints` understands; times in the workspace's zone. Read in again it adds nothing. */
export async function exportTouchpoints(
  ctx: Context,
  filter: TouchpointFilter = {},
): Promise<string> {
  requireRole(ctx, "viewer");
  const { timeZone } = await showWorkspace(ctx);
  const lines = [head];
  let after = filter.after;
  for (let page = 0; page < mostPages; page += 1) {
    const { touchpoints, next } = await listTouchpoints(ctx, {
      ...filter,
      limit: pageSize,
      ...(after && { after }),
    });
    lines.push(...touchpoints.map((row) => lineOf(row, timeZone)));
    if (!next) break;
    after = next;
  }
  return `${lines.join("\r\n")}\r\n`;
}

function lineOf({ touchpoint, person, identity }: TouchpointInList, timeZone: string): string {
  const { channel, type, text, stars, note, occurredAt, remoteId } = touchpoint;
  const isOurs = identity.network === ownRecords;
  const [handle, reference] = isOurs ? ["", identity.remoteId] : [identity.handle, ""];
  const at = writtenMoment(occurredAt, timeZone);
  return [person.displayName, handle, channel, type, at, text, stars, note, reference, remoteId]
    .map(csvCell)
    .join(",");
}
