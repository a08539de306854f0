import type { ReactNode } from "react";

/**
 * Parts of a page side by side, or stacked on narrow screens. `className` sets number, widths and separators.
 */
export function Columns({
  className,
  isFilling = false,
  children,
}: {
  className: string;
  /** Whether the separators reach the end of the page. */
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
