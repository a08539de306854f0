import type { Asked } from "#lib/networks/contract/connector";
import type { ReconcileOutcome } from "#lib/networks/contract/outcome";
import type { Candidate, Json } from "#lib/networks/contract/remote";
import { excludeBound } from "#lib/networks/kit/exclude-bound";

import { publishedAs } from "./publish.ts";
import type { ReadAnswer } from "./reconcile.ts";

const skewMs = 5_000;
const mostPages = 20;
const mostCandidates = 5;

interface Listed {
  readonly id: string;
  readonly text: string;
  readonly at: Date;
}

/** Looks for the text among what was posted since the first intent; only a list that reaches back so far can say "not there". */
export async function findInListing(
  get: (path: string) => Promise<ReadAnswer>,
  text: string,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const since = new Date(asked.firstIntentAt.getTime() - skewMs);
  const posts: Listed[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const before = posts.at(-1)?.id;
    const answer = await get(before ? `posts?before=${before}` : "posts");
    if (answer.kind === "no") return { kind: "unknown", detail: `HTTP ${answer.status}` };
    if (answer.kind !== "ok") return answer;
    const shown = listed(answer.body["posts"]);
    posts.push(...shown);
    const reachesBack = shown.some(({ at }) => at < since);
    if (reachesBack || answer.body["hasMore"] === false)
      return among(posts, { text, since }, asked);
  }
  return { kind: "unknown", detail: "The list did not reach back to the first intent." };
}

async function among(
  posts: readonly Listed[],
  { text, since }: { text: string; since: Date },
  asked: Asked,
): Promise<ReconcileOutcome> {
  const recent = posts.filter(({ at }) => at >= since);
  const free = await excludeBound(asked, recent, ({ id }) => id);
  const match = free.find((post) => post.text.trim() === text.trim());
  if (match) return { kind: "published", ...publishedAs(match.id) };
  return { kind: "absent", candidates: free.slice(0, mostCandidates).map(candidate) };
}

function candidate({ id, text, at }: Listed): Candidate {
  return { ...publishedAs(id), text, at: at.toISOString() };
}

function listed(value: Json | undefined): Listed[] {
  if (!Array.isArray(value)) return [];
  return (value as unknown as { id: string; text: string; at: string }[]).map(
    ({ id, text, at }) => ({ id, text, at: new Date(at) }),
  );
}
