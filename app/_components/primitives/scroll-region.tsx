import type { ReactNode } from "react";

/** Holds what is wider than a narrow screen: scrolls sideways, also by keyboard. `label` names it. */
export function ScrollRegion({
  label,
  isBusy = false,
  children,
}: {
  label: string;
  isBusy?: boolean;
  children: ReactNode;
}) {
  // In the tab order, so that the arrow keys can scroll it.
  const isReachable = { tabIndex: 0 };
  return (
    <section
      {...isReachable}
      // What is only for screen readers inside is positioned, and must not widen the page.
      className="relative overflow-x-auto focus-visible:-outline-offset-2"
      aria-label={label}
      aria-busy={isBusy || undefined}
    >
      {children}
    </section>
  );
}
