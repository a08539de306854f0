"use client";

import { Toast, toast } from "@heroui/react/toast";

/** Says what happened. With `undo` the sentence stays ten seconds and offers to take it back. */
export function showToast(
  message: string,
  options: { undo?: { label: string; onUndo: () => void }; isFailure?: boolean } = {},
): void {
  const { undo, isFailure } = options;
  const key = toast(message, {
    timeout: undo ? 10_000 : 5_000,
    variant: isFailure ? "danger" : "default",
    ...(undo
      ? {
          actionProps: {
            children: undo.label,
            onPress: () => {
              toast.close(key);
              undo.onUndo();
            },
          },
        }
      : {}),
  });
}

/** Once, in the root layout. */
export function ToastRegion() {
  return <Toast.Provider placement="bottom" />;
}
