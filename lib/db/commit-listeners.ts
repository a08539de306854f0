import { outsideTransaction } from "./store.ts";

/** Registry of the callbacks that run after a commit in this process. */
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
