import { z } from "zod";

import type { ConnectorContext } from "../contract/session.ts";
import { exchange, type Answer } from "./call.ts";

/** The server's software as it describes itself. */
export interface Software {
  readonly name: string;
  readonly version: string;
}

/**
 * Reads NodeInfo, because compatible servers claim a version of Mastodon in Mastodon's own API. Undefined if
 * the server has no NodeInfo; a failure if it could not be asked.
 */
export async function softwareAt(
  context: Pick<ConnectorContext, "http" | "now">,
  origin: string,
): Promise<Answer<Software | undefined>> {
  const links = await exchange(context, origin, { path: "/.well-known/nodeinfo", shape: index });
  if (links.kind !== "ok") return unsaid(links);
  const path = links.value.links.flatMap(({ rel, href }) => pathOf(rel, href, origin)).at(-1);
  if (path === undefined) return { ...links, value: undefined };
  const info = await exchange(context, origin, { path, shape: document });
  return info.kind === "ok" ? { ...info, value: info.value.software } : unsaid(info);
}

const index = z.object({
  links: z.array(z.object({ rel: z.string(), href: z.string() })).catch([]),
});
const document = z.object({
  software: z
    .object({ name: z.string().toLowerCase(), version: z.string() })
    .optional()
    .catch(undefined),
});

/** Ignores documents on another host, which prove nothing about this server. */
function pathOf(rel: string, href: string, origin: string): string[] {
  const url = URL.parse(href, origin);
  const isOurs = url?.host === new URL(origin).host;
  return isOurs && /nodeinfo.*\/ns\/schema\/2\.\d$/.test(rel) ? [url.pathname + url.search] : [];
}

function unsaid<Value>(failure: Exclude<Answer<Value>, { kind: "ok" }>): Answer<undefined> {
  const isAnswered =
    failure.kind === "refused" || ("isUnreadable" in failure && failure.isUnreadable);
  return isAnswered
    ? { kind: "ok", value: undefined, status: 404, headers: new Headers() }
    : failure;
}
