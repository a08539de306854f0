import { type ReactNode, useId } from "react";

/** A ruled part of a sheet, named by its head. `aside` stands at the end of the head's line: a link or a caption. */
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
    <section className={`section ${className}`} aria-labelledby={id}>
      <SectionHead id={id} title={title} aside={aside} />
      {children}
    </section>
  );
}

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
    <div className="section-head">
      <h2 id={id}>{title}</h2>
      {aside ? <div className="section-head-aside">{aside}</div> : null}
    </div>
  );
}
