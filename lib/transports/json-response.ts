import type { Result } from "../kernel/result.ts";
import { catchRefusals, httpStatusOf } from "./refusal.ts";

/** The outcome of a use case as JSON, under `status` where it was done, else under that of the refusal. */
export async function jsonResponse(
  work: () => Promise<Result<unknown, string>>,
  status = 200,
): Promise<Response> {
  const result = await catchRefusals(work);
  return Response.json(result, { status: result.ok ? status : httpStatusOf(result.refusal) });
}
