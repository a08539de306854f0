/** An outcome that the caller is expected to handle. Bugs and missing rows throw instead. */
export type Result<Value, Refusal extends string> = { ok: true; value: Value } | Refused<Refusal>;

/**
 * `detail` fills the placeholders of the message `refusals.<refusal>`, for example the account, row or limit.
 */
export interface Refused<Refusal extends string> {
  ok: false;
  refusal: Refusal;
  detail: RefusalDetail;
}

export type RefusalDetail = Readonly<Record<string, string | number>>;

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refused<Refusal extends string>(
  refusal: Refusal,
  detail: RefusalDetail = {},
): Refused<Refusal> {
  return { ok: false, refusal, detail };
}
