import { refused } from "../kernel/result.ts";
import type { Connector } from "../networks/contract/connector.ts";
import type { ConnectField } from "../networks/contract/manifest.ts";
import type { ConnectOutcome } from "../networks/contract/outcome.ts";

/** The network's answer as a refusal that names the reason and the answer at fault. */
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

/** The first field that has to be filled in and is not. */
export function missingAnswer(
  fields: readonly ConnectField[],
  answers: Readonly<Record<string, string>>,
): string | undefined {
  return fields.find(({ name, isRequired }) => isRequired && !answers[name]?.trim())?.name;
}
