import type { ReactNode } from "react";

/**
 * A container that scrolls horizontally, also by keyboard, for content wider than a narrow screen. `label`
 * names it.
 */
export function ScrollRegion({
  label,
  isBusy = false,
  children,
}: {
  label: string;
  isBusy?: boolean;
  children: ReactNode;
}) {
  // In the tab order, so that arrow keys can scroll it.
  const isReachable = { tabIndex: 0 };
  return (
    <section
      {...isReachable}
      // `relative`, because visually hidden content is absolutely positioned and would widen the page.
      className="relative overflow-x-auto focus-visible:-outline-offset-2"
      aria-label={label}
      aria-busy={isBusy || undefined}
    >
      {children}
    </section>
  );
}
