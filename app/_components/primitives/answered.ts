/** Result of an action; `refusal` is the key of the message. */
export type Outcome<Value = unknown> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly refusal: string;
      readonly detail: Readonly<Record<string, string | number>>;
    };

/** Returns a missing answer as a refusal: an exception would make React replace the page. */
export async function answered<Value>(act: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  try {
    return await act();
  } catch {
    return { ok: false, refusal: "no-connection", detail: {} };
  }
}
