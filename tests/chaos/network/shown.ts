import type { RemotePost } from "./truth.ts";

/** A post as the network tells of it. */
export function shown({ id, text, at }: RemotePost): { id: string; text: string; at: string } {
  return { id, text, at: new Date(at).toISOString() };
}
