/** What is typed, kept in this browser until the server has it. Whoever reads it looks first whether it is what it should be. */
export function readCopy(key: string): unknown {
  return withStorage((storage) => JSON.parse(storage.getItem(key) ?? "null") as unknown);
}

export function keepCopy(key: string, copy: object): void {
  withStorage((storage) => storage.setItem(key, JSON.stringify(copy)));
}

export function dropCopy(key: string): void {
  withStorage((storage) => storage.removeItem(key));
}

/** A browser may forbid it, or have no room: then there is no copy. */
function withStorage<Value>(work: (storage: Storage) => Value): Value | undefined {
  try {
    return work(window.localStorage);
  } catch {
    return undefined;
  }
}
