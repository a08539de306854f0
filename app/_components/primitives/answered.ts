/** What came of an act; `refusal` says what to tell. */
export type Outcome<Value = unknown> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly refusal: string;
      readonly detail: Readonly<Record<string, string | number>>;
    };

/** No answer is one, too: React would take the page away. */
export async function answered<Value>(act: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  try {
    return await act();
  } catch {
    return { ok: false, refusal: "no-connection", detail: {} };
  }
}
