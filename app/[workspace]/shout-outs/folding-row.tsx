"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";

/**
 * On a narrow screen the row shows only person, reason and score, and a button opens the rest. On wide
 * screens and without script nothing is folded (variant `foldable` in `globals.css`).
 */
export function FoldingRow({
  id,
  isFirst,
  label,
  aside,
  labelOpen,
  children,
}: {
  id: string;
  /** Whether it is the first row, which stays open. */
  isFirst: boolean;
  label: string;
  aside: ReactNode;
  labelOpen: string;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(isFirst);
  return (
    <li
      id={id}
      data-suggestion=""
      data-folded={isOpen ? undefined : ""}
      // Container query on the list's width: if the list is narrow, the reason stands below the person.
      className="grid scroll-mt-4 grid-cols-[minmax(0,1fr)] gap-4 border-b border-line-2 px-6 py-4 max-sm:gap-2.5 max-sm:px-4 @min-[600px]:grid-cols-[minmax(0,1fr)_minmax(0,1.25fr)] @min-[600px]:gap-x-6 @min-[600px]:*:[:nth-child(3)]:col-start-2 @min-[600px]:*:[:nth-child(3)]:row-span-2 @min-[600px]:*:[:nth-child(3)]:row-start-1 @min-[880px]:grid-cols-[200px_minmax(0,1fr)_minmax(0,1.35fr)] @min-[880px]:*:[:nth-child(3)]:col-start-3 @min-[880px]:*:[:nth-child(3)]:row-span-1"
    >
      {children}
      {isFirst ? null : (
        <button
          type="button"
          className="hidden min-h-11 items-center gap-2 rounded-2 border border-edge px-3 py-1 text-start foldable:flex [&>svg]:flex-none aria-expanded:[&>svg]:-rotate-90"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <span className="font-semibold">{isOpen ? labelOpen : label}</span>
          <span className="flex-1 text-end text-small text-ink-2">{isOpen ? null : aside}</span>
          <ChevronRight size={16} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
