"use client";

import type { ReactNode } from "react";
import { Dialog as Sheet } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

/**
 * A modal dialog. Traps the focus, closes with Escape and returns the focus. `actions` are its buttons, the
 * main one last.
 */
export function Dialog({
  title,
  isOpen,
  onClose,
  actions,
  children,
}: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  actions: ReactNode;
  children?: ReactNode;
}) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
      // Clicks inside the dialog must not bubble to the React parent that opened it.
      onClick={(event) => event.stopPropagation()}
      className="fixed inset-0 z-100000 flex h-(--visual-viewport-height) w-full items-center justify-center bg-backdrop transition-opacity duration-150 data-entering:opacity-0 data-exiting:opacity-0"
    >
      <Modal className="pointer-events-none flex h-(--visual-viewport-height) w-full min-w-0 flex-col items-center p-4 transition-transform duration-150 data-entering:scale-105 sm:w-fit sm:p-10">
        <Sheet className="pointer-events-auto my-auto grid max-h-[90dvh] w-[364px] max-w-full gap-4 overflow-auto rounded-3 border border-line-2 bg-raised p-5 text-body text-ink shadow-float outline-none">
          <Heading slot="title" className="text-head">
            {title}
          </Heading>
          {children}
          <div className="flex flex-wrap justify-end gap-2">{actions}</div>
        </Sheet>
      </Modal>
    </ModalOverlay>
  );
}
