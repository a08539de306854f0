/**
 * Which field names X uses: those of its specification 2.167, or the older `tweet.fields` and
 * `referenced_tweets.id`. X answers unknown names with status 400.
 */
export type Vocabulary = "post" | "tweet";

const fields = ["created_at", "conversation_id", "entities", "attachments", "public_metrics"];
const olderFields = [...fields, "author_id", "referenced_tweets"];

export function postParameters(
  vocabulary: Vocabulary,
  expansions: readonly ("author" | "references")[],
): Record<string, string> {
  const isNew = vocabulary === "post";
  const names = {
    author: "author_id",
    references: isNew ? "referenced_posts" : "referenced_tweets.id",
  };
  const expanded = expansions.map((one) => names[one]).join(",");
  return {
    [`${vocabulary}.fields`]: (isNew ? fields : olderFields).join(","),
    ...(expanded ? { expansions: expanded } : {}),
    ...(expansions.includes("author") ? { "user.fields": "profile_image_url" } : {}),
  };
}
