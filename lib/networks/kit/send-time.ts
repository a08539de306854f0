/** What is looked up beside a post that goes out may not use up the time in which its id has to be known. */
export const lookMs = 5_000;

const marginMs = 2_000;

/** How long sending may take where something is looked up before or after it, within the engine's time for both. */
export function sendMs({ timeoutMs }: { readonly timeoutMs: number }): number {
  return timeoutMs - lookMs - marginMs;
}
