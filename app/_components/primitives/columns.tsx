import type { ReactNode } from "react";

/** Parts of a page side by side where there is room, one below the other where there is not. `className` says how many, how wide, and which rules stand between. */
export function Columns({
  className,
  isFilling = false,
  children,
}: {
  className: string;
  /** The rules between them reach the end of the sheet. */
  isFilling?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      data-fills={isFilling || undefined}
      className={`grid grid-cols-[minmax(0,1fr)] *:min-w-0 ${isFilling ? "flex-1" : ""} ${className}`}
    >
      {children}
    </div>
  );
}
