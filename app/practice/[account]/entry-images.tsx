import type { FeedEntry } from "#lib/networks/practice/show-feed";

interface Props {
  readonly images: FeedEntry["images"];
  readonly imageUrl: (mediaId: string) => string;
}

export function EntryImages({ images, imageUrl }: Props) {
  if (images.length === 0) return null;
  return (
    <div className={`mt-2 grid gap-1 ${images.length > 1 ? "grid-cols-2" : "grid-cols-1"}`}>
      {images.map(({ mediaId, alt }) => (
        // oxlint-disable-next-line nextjs/no-img-element -- stored in the size that networks take
        <img
          key={mediaId}
          src={imageUrl(mediaId)}
          alt={alt}
          loading="lazy"
          className="max-h-96 w-full rounded-2 border border-line object-cover"
        />
      ))}
    </div>
  );
}
