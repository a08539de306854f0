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
      className="scroll-region"
      aria-label={label}
      aria-busy={isBusy || undefined}
    >
      {children}
    </section>
  );
}
