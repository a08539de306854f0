import { erasedMark } from "./marks.ts";
import type { PostRow } from "./tied-post-repository.ts";

type PostPart = PostRow["post"]["parts"][number];

/** Whether nothing of the post was ever published, so that it can be deleted. */
export function wasNeverOut({ deliveries: sent }: PostRow): boolean {
  return sent.every(({ publishedAt, state }) => publishedAt === null && state !== "published");
}

/** Returns the post with its texts removed; published texts stay unless `withPublished`. */
export function withoutWords(row: PostRow, { withPublished }: { withPublished: boolean }): PostRow {
  const isKept = (delivery: PostRow["deliveries"][number]) =>
    !withPublished && delivery.state === "published" && delivery.removedAt === null;
  const isAnyKept = row.deliveries.some(isKept);
  const emptied = (parts: readonly PostPart[]) => (isAnyKept ? [...parts] : parts.map(empty));
  return {
    post: { ...row.post, parts: emptied(row.post.parts) },
    versions: row.versions.map((version) => ({
      ...version,
      parts: version.parts && emptied(version.parts),
      options: isAnyKept ? version.options : null,
    })),
    deliveries: row.deliveries.map((delivery) =>
      isKept(delivery)
        ? delivery
        : {
            ...delivery,
            snapshot: {
              ...delivery.snapshot,
              ...empty(delivery.snapshot),
              replyTo: null,
              options: undefined,
            },
          },
    ),
  };
}

/** Images and video stay, because only people can tell whom they show. */
function empty({ images, video, visibility }: PostPart): PostPart {
  return {
    text: erasedMark,
    images: images.map(({ mediaId }) => ({ mediaId, alt: "" })),
    ...(video && { video: { ...video, alt: "" } }),
    poll: undefined,
    warning: undefined,
    ...(visibility && { visibility }),
  };
}
