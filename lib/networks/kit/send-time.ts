/** Timeout for look-ups before or after sending, so that they leave enough time to learn the post's id. */
export const lookMs = 5_000;

const marginMs = 2_000;

/**
 * Returns the timeout for sending if look-ups come before or after it. Both together fit in the engine's
 * timeout.
 */
export function sendMs({ timeoutMs }: { readonly timeoutMs: number }): number {
  return timeoutMs - lookMs - marginMs;
}
