import type { TouchpointFilter } from "#lib/engagement/input";
import { touchpointTypes } from "#lib/engagement/touchpoint";

export interface TimelineQuery {
  readonly kind?: string;
  readonly channel?: string;
  readonly after?: string;
}

export function touchpointFilterOf(query: TimelineQuery): TouchpointFilter {
  const type = touchpointTypes.find((one) => one === query.kind);
  return {
    limit: 60,
    ...(type && { type }),
    ...(query.channel && { channel: query.channel.slice(0, 50) }),
    ...(query.after && { after: query.after }),
  };
}

export function timelineAddress(base: string, query: TimelineQuery): string {
  const entries = Object.entries(query).filter(([, value]) => value);
  const search = new URLSearchParams(entries as [string, string][]).toString();
  return `${base}${search && `?${search}`}`;
}
