import type { ReactNode } from "react";

import { buttonLook } from "./button.tsx";
import { textLinkLook } from "./text-link.tsx";

/** Expands in place, without script too. The summary looks like a link, or like a button with `isButton`. */
export function Disclosure({
  summary,
  isButton = false,
  isOpen = false,
  className = "",
  children,
}: {
  summary: ReactNode;
  isButton?: boolean;
  /** Whether it is expanded at first. */
  isOpen?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <details
      open={isOpen || undefined}
      className={`${isButton ? "open:basis-full" : ""} ${className}`}
    >
      <summary
        className={
          isButton ? `list-none [&::-webkit-details-marker]:hidden ${buttonLook()}` : textLinkLook
        }
      >
        {summary}
      </summary>
      {children}
    </details>
  );
}
