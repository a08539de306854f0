/** Reads a copy of input that this browser keeps until the server has it. Callers check the value's type. */
export function readCopy(key: string): unknown {
  return withStorage((storage) => JSON.parse(storage.getItem(key) ?? "null") as unknown);
}

export function keepCopy(key: string, copy: object): void {
  withStorage((storage) => storage.setItem(key, JSON.stringify(copy)));
}

export function dropCopy(key: string): void {
  withStorage((storage) => storage.removeItem(key));
}

/** Undefined if the browser forbids storage or has no room; then there is no copy. */
function withStorage<Value>(work: (storage: Storage) => Value): Value | undefined {
  try {
    return work(window.localStorage);
  } catch {
    return undefined;
  }
}
