import { DrizzleQueryError } from "drizzle-orm";

/**
 * Of a query that failed, its values are people's words, addresses and sealed tokens. Whoever logs
 * an error, also a framework on its own, must find none: they are left out as the error is made.
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

/** PostgreSQL puts the row that it refuses beside its sentence. */
function withoutRow(cause: unknown): unknown {
  if (cause instanceof Error)
    for (const field of ["detail", "where", "internalQuery"])
      if (field in cause) Reflect.deleteProperty(cause, field);
  return cause;
}
