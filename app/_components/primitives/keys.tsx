import type { ReactNode } from "react";

/**
 * A key or key combination. `isHidden` hides it from assistive technology, if the control announces it
 * itself, and on narrow screens.
 */
export function Keys({ isHidden = false, children }: { isHidden?: boolean; children: ReactNode }) {
  return (
    <kbd
      className={`rounded-1 border border-line-2 px-[5px] py-px font-sans text-axis ${isHidden ? "max-sm:hidden" : ""}`}
      aria-hidden={isHidden || undefined}
    >
      {children}
    </kbd>
  );
}
