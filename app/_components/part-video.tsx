import { useTranslations } from "next-intl";

import type { PostPart } from "#lib/posts/post";

/** Player for a part's video. `from` is the address that media are loaded from. */
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
