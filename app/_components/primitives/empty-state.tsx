import type { ReactNode } from "react";

/** One sentence on what will come here, and one action that starts it. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-3 py-4 text-read text-ink-2">
      <p>{children}</p>
      {action}
    </div>
  );
}
