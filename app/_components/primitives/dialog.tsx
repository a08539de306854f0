"use client";

import { Modal } from "@heroui/react/modal";
import type { ReactNode } from "react";

/** A modal question. Keeps the focus, closes with Escape, gives the focus back. `actions` are its buttons, the main one last. */
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
    <Modal.Backdrop
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
    >
      <Modal.Container placement="center">
        <Modal.Dialog className="dialog-sheet">
          <Modal.Heading className="dialog-title">{title}</Modal.Heading>
          {children}
          <div className="dialog-actions">{actions}</div>
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}
