import { draw } from "../random.ts";
import { textOf } from "../text-of.ts";
import type { Answer } from "./answer.ts";
import type { Arrived } from "./arrive.ts";
import type { Asked } from "./asked.ts";
import type { RelativeKind } from "./kinds.ts";
import type { RemotePost, Truth } from "./truth.ts";

const pageSize = 40;

export function hasPicture(text: string): boolean {
  return draw(0, "picture", text) < 0.3;
}

export function hasPoll(text: string): boolean {
  return !hasPicture(text) && draw(0, "poll", text) < 0.3;
}

/** How each of them makes other words of what it is sent. */
function reformatted(kind: RelativeKind, text: string): string {
  if (kind === "bare" || draw(0, "reformat", text) < 0.6) return text;
  return text.replace(", part ", " — part №");
}

/** As the server shows a post: a picture has another id than it was uploaded under, and there are no polls. */
export function statusOf({ id, kind, account, text, replyTo, at }: RemotePost): object {
  const shown = reformatted(kind as RelativeKind, text);
  const picture = { id: `shown-${id}`, type: "image" };
  return {
    id,
    uri: `https://chaos.example/${id}`,
    url: `https://chaos.example/${id}`,
    created_at: new Date(at).toISOString(),
    content: `<p>${shown}</p>`,
    spoiler_text: "",
    visibility: "public",
    in_reply_to_id: replyTo,
    account: { id: account, username: account, acct: account },
    media_attachments: hasPicture(text) ? [picture] : [],
    poll: null,
  };
}

/** What a request to post says. */
export function contentOfStatus(
  { kind, account }: Asked,
  body: Record<string, unknown>,
): Omit<Arrived, "key"> {
  return {
    kind,
    account,
    text: textOf(body["status"]),
    replyTo: textOf(body["in_reply_to_id"]) || null,
  };
}

const noSuchAddress: Answer = { status: 404, body: "<h1>404 Not Found</h1>" };
const instance = { domain: "chaos.example", configuration: { statuses: { max_characters: 500 } } };

/** What every question is answered, of the truth as a listing shows it now. */
export function answerOf({ kind, account, path, query }: Asked, truth: Truth, now: number): Answer {
  const json = (body: object): Answer => ({ status: 200, body });
  const id = /^api\/v1\/statuses\/([^/]+)$/.exec(path)?.[1];
  if (id) {
    const post = truth.find(id);
    return post ? json(statusOf(post)) : { status: 404, body: { error: "Record not found" } };
  }
  if (/^api\/v1\/accounts\/[^/]+\/statuses$/.test(path)) return json(page());
  if (path === "api/v1/instance") return json({ uri: "chaos.example" });
  // The bare one says neither what it is nor what it takes.
  if (kind === "bare") return noSuchAddress;
  if (path === "api/v2/instance") return json(instance);
  if (path === ".well-known/nodeinfo") return json({ links: [{ rel, href: "/nodeinfo/2.0" }] });
  if (path === "nodeinfo/2.0") return json({ software: { name: "relative", version: "1.2.0" } });
  return noSuchAddress;

  function page(): object[] {
    const all = truth.listed(account, now);
    const below = query.get("max_id");
    const from = below ? all.findIndex((post) => post.id === below) + 1 : 0;
    return all.slice(from, from + pageSize).map(statusOf);
  }
}

const rel = "http://nodeinfo.diaspora.software/ns/schema/2.0";
