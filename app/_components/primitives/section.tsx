import { type ReactNode, useId } from "react";

/**
 * A section of a page with a heading. `aside` stands at the end of the heading's line: a link or a caption.
 */
export function Section({
  title,
  aside,
  className = "",
  children,
}: {
  title: ReactNode;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section data-section="" className={`${look} ${className}`} aria-labelledby={id}>
      <SectionHead id={id} title={title} aside={aside} />
      {children}
    </section>
  );
}

/** A section of a page without a heading. */
export function Part({ className = "", children }: { className?: string; children: ReactNode }) {
  return (
    <div data-section="" className={`${look} ${className}`}>
      {children}
    </div>
  );
}

const look = "border-line-2 px-6 py-4 max-sm:px-4 [[data-section]+&]:border-t";

export function SectionHead({
  id,
  title,
  aside,
}: {
  id?: string;
  title: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <div className="mb-2 flex items-baseline justify-between gap-4">
      <h2 id={id}>{title}</h2>
      {aside ? <div className="text-small text-ink-3">{aside}</div> : null}
    </div>
  );
}
