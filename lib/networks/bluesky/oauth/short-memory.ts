interface Store<Key, Value> {
  get(key: Key): unknown;
  set(key: Key, value: Value): unknown;
  del(key: Key): unknown;
}

type KeyOf<Of> = Of extends Store<infer Key, infer _Value> ? Key : never;
type ValueOf<Of> = Of extends Store<infer _Key, infer Value> ? Value : never;

/** A cache of this process for server metadata and DPoP nonces. Keeps the latest `most` values. */
export function shortMemory<Of extends Store<never, never>>(most: number) {
  const values = new Map<KeyOf<Of>, ValueOf<Of>>();
  return {
    get: (key: KeyOf<Of>) => values.get(key),
    set(key: KeyOf<Of>, value: ValueOf<Of>): void {
      values.delete(key);
      values.set(key, value);
      const [oldest] = values.keys();
      if (values.size > most && oldest !== undefined) values.delete(oldest);
    },
    del: (key: KeyOf<Of>): void => void values.delete(key),
  };
}
