import { notFound } from "next/navigation";

import { refusalOfError } from "#lib/transports/refusal";

/** What a page shows; what is not there, or not for this person, is the page that says so. */
export async function orNotFound<Shown>(loading: Promise<Shown>): Promise<Shown> {
  try {
    return await loading;
  } catch (error) {
    const refusal = refusalOfError(error)?.refusal;
    if (refusal === "not-found" || refusal === "not-allowed") return notFound();
    throw error;
  }
}
