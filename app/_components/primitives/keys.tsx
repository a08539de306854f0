import type { ReactNode } from "react";

/** What is pressed on the keyboard. `isHidden` where the control says it to assistive technology itself; narrow screens have no keyboard. */
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
