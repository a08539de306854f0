import type { ReactNode } from "react";

/** A sentence about what will be shown here, and an action to start with. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-3 py-4 text-read text-ink-2">
      <p>{children}</p>
      {action}
    </div>
  );
}
