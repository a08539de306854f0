import type { ComponentProps } from "react";

import { Button } from "./button.tsx";

/**
 * Submits its form. With `isPending` of `useActionState` it shows `pendingLabel` and ignores further presses.
 */
export function SubmitButton({
  isPending = false,
  pendingLabel,
  children,
  ...rest
}: ComponentProps<typeof Button> & { isPending?: boolean; pendingLabel?: string }) {
  return (
    <Button variant="ink" {...rest} type="submit" disabled={isPending || rest.disabled}>
      {isPending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
