import type { LinkPreview } from "#lib/posts/link-preview";

/** The card that networks put under a link. Not a link itself: it is a picture of one. */
export function LinkCard({ preview }: { preview: LinkPreview }) {
  return (
    <div className="link-card">
      {/* oxlint-disable-next-line nextjs/no-img-element -- small already, and part of the page */}
      {preview.picture ? <img src={preview.picture} alt="" /> : null}
      <div className="link-card-words">
        <b className="link-card-title">{preview.title}</b>
        {preview.description ? <p className="link-card-about">{preview.description}</p> : null}
        <p className="truncate text-small text-ink-3">{preview.host}</p>
      </div>
    </div>
  );
}
