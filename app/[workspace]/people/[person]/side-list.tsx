import type { ReactNode } from "react";

/** List of facts beside the timeline, one per row: icon, text and time. */
export function SideList({ children }: { children: ReactNode }) {
  return <ul className="divide-y">{children}</ul>;
}

export function SideRow({ children }: { children: ReactNode }) {
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-0.5 py-1.5">
      {children}
    </li>
  );
}
