import type { LinkPreview } from "#lib/posts/link-preview";

/** Preview of the card that networks show for a link. It cannot be clicked. */
export function LinkCard({ preview }: { preview: LinkPreview }) {
  return (
    <div className="mt-2 flex overflow-hidden rounded-2 border border-line-2">
      {preview.picture ? (
        // oxlint-disable-next-line nextjs/no-img-element -- small already, and part of the page
        <img
          className="min-h-[54px] w-16 flex-none bg-sunken object-cover"
          src={preview.picture}
          alt=""
        />
      ) : null}
      <div className="min-w-0 px-2.5 py-[7px]">
        <b className="line-clamp-2 font-semibold wrap-anywhere">{preview.title}</b>
        {preview.description ? (
          <p className="line-clamp-1 text-small wrap-anywhere text-ink-2">{preview.description}</p>
        ) : null}
        <p className="truncate text-small text-ink-3">{preview.host}</p>
      </div>
    </div>
  );
}
