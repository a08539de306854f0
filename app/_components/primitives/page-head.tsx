import type { ReactNode } from "react";

/**
 * Title (the page's h1), the sentence below it (`<b>` for its figures), and actions at the end. `isRuled`
 * draws a line below.
 */
export function PageHead({
  title,
  lead,
  actions,
  isRuled = true,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  isRuled?: boolean;
}) {
  return (
    <HeadBar isRuled={isRuled}>
      <div className="min-w-0 flex-[1_1_320px]">
        <h1>{title}</h1>
        {lead ? <HeadLead>{lead}</HeadLead> : null}
      </div>
      {actions ? <HeadActions>{actions}</HeadActions> : null}
    </HeadBar>
  );
}

/** A page head for more content than `PageHead` takes. */
export function HeadBar({
  isRuled = true,
  className = "",
  children,
}: {
  isRuled?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <header
      className={`flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-line-2 px-6 py-4 max-sm:px-4 ${isRuled ? "border-b" : ""} ${className}`}
    >
      {children}
    </header>
  );
}

/** The sentence below a title; its figures are emphasized. */
export function HeadLead({ children }: { children: ReactNode }) {
  return (
    <p className="text-read text-ink-2 [&_b]:font-semibold [&_b]:text-ink [&_strong]:font-semibold [&_strong]:text-ink">
      {children}
    </p>
  );
}

export function HeadActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-4 gap-y-2">{children}</div>;
}
