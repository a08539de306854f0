import { refused } from "../kernel/result.ts";
import type { ConnectOutcome } from "../networks/contract/connect-outcome.ts";
import type { Connector } from "../networks/contract/connector.ts";
import type { ConnectField } from "../networks/contract/manifest.ts";

/** Converts a connector's refusal into one with the reason and the form field that it concerns. */
export function connectFailure(
  { label }: Pick<Connector, "label">,
  outcome: Extract<ConnectOutcome, { kind: "refused" }>,
) {
  return refused("connect-failed" as const, {
    network: label,
    code: outcome.code,
    field: outcome.field ?? "",
    said: outcome.detail,
  });
}

/** Returns the name of the first required field without an answer; undefined if none is missing. */
export function missingAnswer(
  fields: readonly ConnectField[],
  answers: Readonly<Record<string, string>>,
): string | undefined {
  return fields.find(({ name, isRequired }) => isRequired && !answers[name]?.trim())?.name;
}
