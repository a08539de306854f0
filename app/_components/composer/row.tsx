import type { ReactNode } from "react";

/** A ruled row of the composer with its name before it. */
export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="composer-row">
      <p className="composer-row-label" aria-hidden="true">
        {label}
      </p>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
