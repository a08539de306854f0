import { notFound } from "next/navigation";

import { refusalOfError } from "#lib/transports/refusal";

/** Awaits what a page shows; renders the not-found page if it does not exist or the user may not see it. */
export async function orNotFound<Shown>(loading: Promise<Shown>): Promise<Shown> {
  try {
    return await loading;
  } catch (error) {
    const refusal = refusalOfError(error)?.refusal;
    if (refusal === "not-found" || refusal === "not-allowed") return notFound();
    throw error;
  }
}
