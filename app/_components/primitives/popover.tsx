"use client";

import type { ReactNode, RefObject } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover as Float } from "react-aria-components/Popover";

/** A popover beside its `anchor`. Closes with Escape or a click elsewhere, and returns the focus. */
export function Popover({
  label,
  anchor,
  isOpen,
  onClose,
  isTight = false,
  children,
}: {
  label: string;
  anchor: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onClose: () => void;
  /** Less padding, for much content. */
  isTight?: boolean;
  children: ReactNode;
}) {
  return (
    <Float
      triggerRef={anchor}
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      placement="bottom start"
      className={`w-[min(400px,calc(100vw-24px))] ${floatLook}`}
    >
      <Dialog
        aria-label={label}
        className={`grid text-body outline-none ${isTight ? "gap-2 p-3" : "gap-3 p-4"}`}
      >
        {children}
      </Dialog>
    </Float>
  );
}

/** Classes for floating surfaces, which fade in and out. */
export const floatLook =
  "rounded-3 bg-raised shadow-float transition-opacity duration-100 data-entering:opacity-0 data-exiting:pointer-events-none data-exiting:opacity-0";
