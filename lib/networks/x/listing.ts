import type { z } from "zod";

import type { Session } from "../contract/session.ts";
import { callAs, type Answer } from "./call.ts";
import type { XSettings } from "./settings.ts";
import { postParameters, type Vocabulary } from "./vocabulary.ts";
import { postsAnswer } from "./wire.ts";

export interface Listed {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly expansions: readonly ("author" | "references")[];
}

/** Reads posts with the field names that X accepts, and remembers which names those are. */
export async function readPosts(
  session: Session,
  settings: XSettings,
  listed: Listed,
): Promise<Answer<z.infer<typeof postsAnswer>>> {
  const known = await session.memory.recall(memoryKey);
  const first: Vocabulary = known?.["name"] === "tweet" ? "tweet" : "post";
  const answer = await ask(session, settings, listed, first);
  if (answer.kind !== "refused" || !/\.fields|referenced_/.test(answer.detail)) return answer;
  const other: Vocabulary = first === "post" ? "tweet" : "post";
  const again = await ask(session, settings, listed, other);
  if (again.kind === "ok") await session.memory.remember(memoryKey, { name: other });
  return again;
}

const memoryKey = "vocabulary";

function ask(
  session: Session,
  settings: XSettings,
  { path, params, expansions }: Listed,
  vocabulary: Vocabulary,
) {
  const query = { ...params, ...postParameters(vocabulary, expansions) };
  return callAs(session, settings, postsAnswer, ({ v2 }) => v2.get(path, query));
}

/** Returns a time as X expects it, ISO 8601 without fractions of a second. */
export function moment(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
