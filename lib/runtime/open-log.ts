import { pino, type DestinationStream } from "pino";

import type { Log } from "../kernel/ports.ts";
import { redactValues } from "../kernel/redact.ts";

/**
 * Opens a log that writes JSON lines to standard error, because standard output belongs to the commands.
 * `level` is the lowest level written.
 */
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

/**
 * Returns the fields of an error without the values of a query, which may be people's texts, addresses and
 * sealed tokens.
 */
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
