"use client";

import { CircleAlert, Info, X } from "lucide-react";
import { Button as CloseButton } from "react-aria-components/Button";
import { Text } from "react-aria-components/Text";
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as Region,
} from "react-aria-components/Toast";

import { Button } from "./button.tsx";

interface Message {
  readonly text: string;
  readonly isFailure: boolean;
  readonly undo: { label: string; onUndo: () => void } | undefined;
}

const queue = new ToastQueue<Message>({ maxVisibleToasts: 3 });

/** Shows a message. With `undo` it stays for ten seconds and offers the undo. */
export function showToast(
  message: string,
  { undo, isFailure = false }: { undo?: Message["undo"]; isFailure?: boolean } = {},
): void {
  queue.add({ text: message, isFailure, undo }, { timeout: undo ? 10_000 : 5_000 });
}

/** Renders the toasts; used once, in the root layout. */
export function ToastRegion() {
  return (
    <Region
      queue={queue}
      className="fixed bottom-4 left-1/2 z-100001 grid w-[calc(100vw-32px)] -translate-x-1/2 gap-2 rounded-3 sm:w-[460px]"
    >
      {({ toast }) => (
        <Toast
          toast={toast}
          className={`flex items-center gap-1.5 rounded-3 border bg-raised px-4 py-3 shadow-float ${
            toast.content.isFailure ? "border-danger text-danger" : "border-line-2 text-ink"
          }`}
        >
          <Content message={toast.content} onClose={() => queue.close(toast.key)} />
        </Toast>
      )}
    </Region>
  );
}

function Content({ message, onClose }: { message: Message; onClose: () => void }) {
  const { text, isFailure, undo } = message;
  const Icon = isFailure ? CircleAlert : Info;
  return (
    <>
      <Icon size={16} aria-hidden="true" className="m-1 flex-none" />
      <ToastContent className="grow">
        <Text slot="title" className="text-body font-semibold">
          {text}
        </Text>
      </ToastContent>
      {undo ? (
        <Button
          onClick={() => {
            onClose();
            undo.onUndo();
          }}
        >
          {undo.label}
        </Button>
      ) : null}
      <CloseButton
        slot="close"
        className="grid size-6 flex-none cursor-pointer place-items-center rounded-1 text-ink-3 hover:bg-hover hover:text-ink"
      >
        <X size={14} aria-hidden="true" />
      </CloseButton>
    </>
  );
}
