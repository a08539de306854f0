"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";

/**
 * On a narrow screen a row folds to who, why and its score, and one button opens the rest. There is
 * room for everything elsewhere, and without script nothing folds (both by `shout-outs.css`).
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
  /** The first stays open. */
  isFirst: boolean;
  label: string;
  aside: ReactNode;
  labelOpen: string;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(isFirst);
  return (
    <li id={id} className={isOpen ? "shout-out-row" : "shout-out-row is-folded"}>
      {children}
      {isFirst ? null : (
        <button
          type="button"
          className="shout-out-fold"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <span className="font-semibold">{isOpen ? labelOpen : label}</span>
          <span className="shout-out-fold-aside">{isOpen ? null : aside}</span>
          <ChevronRight size={16} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
