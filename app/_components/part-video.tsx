import { useTranslations } from "next-intl";

import type { PostPart } from "#lib/posts/post";

/** A part's video, to be looked at. `from` is where media are read. */
export function PartVideo({ part: { video }, from }: { part: PostPart; from: string }) {
  const t = useTranslations("compose.video");
  if (!video) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- as it was uploaded
    <video
      className="mt-2 max-h-[360px] w-full rounded-2 bg-sunken"
      src={`${from}/${video.mediaId}`}
      aria-label={video.alt || t("name")}
      controls
      preload="metadata"
    />
  );
}
