"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";

import { Button } from "./button.tsx";

/** Submits its form and shows `pendingLabel` while that is on its way; a second press does nothing. */
export function SubmitButton({
  pendingLabel,
  children,
  ...rest
}: ComponentProps<typeof Button> & { pendingLabel?: string }) {
  const { pending } = useFormStatus();
  return (
    <Button variant="ink" {...rest} type="submit" aria-disabled={pending || undefined}>
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
