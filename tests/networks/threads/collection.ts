import { existsSync, readFileSync } from "node:fs";

const place = new URL("../../../../shared/specs/threads.postman_collection.json", import.meta.url);

/** Meta's own collection of requests lies beside the checkout on machines that have it. */
export const isCollected = existsSync(place);

interface Item {
  readonly item?: readonly Item[];
  readonly request?: { readonly method: string; readonly url: { readonly raw: string } | string };
}

interface Known {
  readonly method: string;
  readonly path: string;
  readonly names: Set<string>;
}

/** What the collection lacks, and Meta's reference pages of the same calls have. */
const documented: Readonly<Record<string, string>> = {
  access_token: "every call; the collection adds it by its settings",
  link_attachment: "Posts: TEXT only",
  topic_tag: "Topic tags: 1 to 50 characters without . and &, newer than the collection",
  after: "paging by cursors, every list",
  limit: "every list",
};

const known = isCollected ? read() : undefined;

function read(): Known[] {
  const collection: Item = JSON.parse(readFileSync(place, "utf8"));
  const found = new Map<string, Known>();
  for (const { request } of leaves(collection)) {
    if (!request) continue;
    const raw = typeof request.url === "string" ? request.url : request.url.raw;
    const [address = "", query = ""] = raw.split("?");
    const path = shapeOf(address.replace(/^\{\{api_host\}\}/, "").replace(/\/$/, ""));
    const key = `${request.method} ${path}`;
    const entry = found.get(key) ?? { method: request.method, path, names: new Set<string>() };
    for (const pair of query.split("&")) entry.names.add(pair.split("=")[0] ?? "");
    found.set(key, entry);
  }
  return [...found.values()];
}

function leaves({ item = [], ...rest }: Item): Item[] {
  return [rest, ...item.flatMap(leaves)];
}

/** `/{{thread_id}}/replies` and `/17900…/replies` are the same call. */
function shapeOf(path: string): string {
  return path.replace(/\{\{\w+\}\}/g, "{id}").replace(/\/\d+/g, "/{id}");
}

/** What the collection does not know of a request; nothing where it is not here. */
export function complaintsAbout(method: string, path: string, names: readonly string[]): string[] {
  if (!known) return [];
  const shape = shapeOf(path).replace(/^\/\{id\}\/threads/, "/me/threads");
  const calls = known.filter((call) => call.method === method && call.path === shape);
  if (calls.length === 0) return [`There is no ${method} ${shape}`];
  return names
    .filter((name) => !(name in documented) && !calls.some((call) => call.names.has(name)))
    .map((name) => `${method} ${shape} has no ${name}`);
}
