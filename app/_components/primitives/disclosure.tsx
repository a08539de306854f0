import type { ReactNode } from "react";

import { buttonLook } from "./button.tsx";
import { textLinkLook } from "./text-link.tsx";

/** Opens in place, and without script, too. Its summary looks like a link, or `isButton` like a button beside others. */
export function Disclosure({
  summary,
  isButton = false,
  isOpen = false,
  className = "",
  children,
}: {
  summary: ReactNode;
  isButton?: boolean;
  /** At first. */
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
