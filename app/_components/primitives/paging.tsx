import type { ReactNode } from "react";

/** Links to the other pages of a list. */
export function Paging({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-6 gap-y-2 pt-4 text-ink-2">
      {children}
    </nav>
  );
}
