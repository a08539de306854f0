import { DrizzleQueryError } from "drizzle-orm";

/**
 * Removes a failed query's parameters from Drizzle's errors when they are created. They contain people's
 * texts, addresses and sealed tokens, which must not reach a log, not even a framework's own.
 */
export function redactErrors(): void {
  Object.defineProperties(DrizzleQueryError.prototype, {
    params: {
      configurable: true,
      get: () => undefined,
      set(this: Error) {
        this.message = this.message.replace(/\nparams: [\s\S]*$/, "");
      },
    },
    cause: {
      configurable: true,
      get: () => undefined,
      set(this: Error, cause: unknown) {
        const value = withoutRow(cause);
        Object.defineProperty(this, "cause", { value, configurable: true, writable: true });
      },
    },
  });
}

/** Deletes the fields in which PostgreSQL quotes the rejected row. */
function withoutRow(cause: unknown): unknown {
  if (cause instanceof Error)
    for (const field of ["detail", "where", "internalQuery"])
      if (field in cause) Reflect.deleteProperty(cause, field);
  return cause;
}
