import { pino, type DestinationStream } from "pino";

import type { Log } from "../kernel/ports.ts";
import { redactValues } from "../kernel/redact.ts";

/** Lines of JSON on standard error; standard output belongs to the commands. `level` is the least that is written. */
export function openLog(
  level: string,
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Log {
  const options = {
    level,
    base: null,
    redact: ["*.password", "*.appPassword", "*.credentials", "*.token", "*.authorization"],
    serializers: { error: errorFields },
  };
  return pino(options, destination);
}

/** What happened and where; never the values of a query, which are people's words, addresses and sealed tokens. */
function errorFields(error: unknown): unknown {
  if (!(error instanceof Error)) return redactValues(String(error));
  const { name, message, stack = "", cause } = error;
  return {
    name,
    message: redactValues(message),
    at: stack.match(/^ {4}at .*$/gm)?.slice(0, 12),
    ...("code" in error && { code: error.code }),
    ...(cause !== undefined && { cause: errorFields(cause) }),
  };
}
