import { erasedMark } from "./marks.ts";
import type { PostRow } from "./tied-post-repository.ts";

type PostPart = PostRow["post"]["parts"][number];

/** It never stood on a network: nothing keeps anybody from forgetting it. */
export function wasNeverOut({ deliveries: sent }: PostRow): boolean {
  return sent.every(({ publishedAt, state }) => publishedAt === null && state !== "published");
}

/** What stays of a post once its person is erased; the words that are out only where they are to stay. */
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

/** Pictures and video stay: whom they show only people can tell. */
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
