import type { z } from "zod";

import { shownText } from "./little-text.ts";
import type { LinkedInMedia } from "./media.ts";
import { duplicateOf, invalid } from "./problem.ts";
import type { createPost } from "./shapes.ts";
import { addPost, type Post, type World } from "./world.ts";

export interface PostingRules {
  /** For how long the same content is refused; LinkedIn does not tell. */
  duplicateMs: number;
  /** Whether a post that was taken down is still named. */
  remembersDeleted: boolean;
}

const longestText = 3_000;

/** Every rule of a post that is known. */
export function publishPost(
  world: World,
  media: LinkedInMedia,
  rules: PostingRules,
  { author, commentary, content }: z.infer<typeof createPost>,
): Post {
  if (shownText(commentary).length > longestText)
    throw invalid("FIELD_LENGTH_TOO_LONG", `commentary exceeds ${longestText} characters`);
  if (commentary.trim() === "" && !content)
    throw invalid("MISSING_FIELD", "commentary or content is needed");
  media.checkUsable(author, imagesIn(content));
  checkDuplicate(world, rules, { author, commentary, content });
  return addPost(world, { author, commentary, content });
}

export function imagesIn(content: object | undefined): string[] {
  const found = JSON.stringify(content ?? {}).matchAll(
    /"(?:id|thumbnail)":"(urn:li:image:[\w-]+)"/g,
  );
  return [...found].map(([, urn = ""]) => urn);
}

function checkDuplicate(
  { posts, now }: World,
  { duplicateMs, remembersDeleted }: PostingRules,
  made: Pick<Post, "author" | "commentary"> & { content: object | undefined },
): void {
  const since = now().getTime() - duplicateMs;
  const same = posts.find(
    (post) =>
      post.author === made.author &&
      post.createdAt >= since &&
      (remembersDeleted || !post.isDeleted) &&
      post.commentary === made.commentary &&
      JSON.stringify(post.content) === JSON.stringify(made.content),
  );
  if (same) throw duplicateOf(same.urn);
}
