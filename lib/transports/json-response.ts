import type { Result } from "../kernel/result.ts";
import { catchRefusals, httpStatusOf } from "./refusal.ts";

/**
 * Returns the result of a use case as JSON, with `status` if it succeeded, else with the status of the
 * refusal.
 */
export async function jsonResponse(
  work: () => Promise<Result<unknown, string>>,
  status = 200,
): Promise<Response> {
  const result = await catchRefusals(work);
  return Response.json(result, { status: result.ok ? status : httpStatusOf(result.refusal) });
}
