import { outsideTransaction } from "./store.ts";

/** Who wants to know of commits in this process. */
export function commitListeners() {
  const listeners = new Set<() => void>();
  return {
    add(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    notify(): void {
      outsideTransaction(() => listeners.forEach((listener) => listener()));
    },
    clear(): void {
      listeners.clear();
    },
  };
}
