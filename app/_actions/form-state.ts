import type { z } from "zod";

/** What a form shows after it was sent: the input and its errors. */
export interface FormState {
  /** The input as typed, without passwords. */
  readonly typed: Readonly<Record<string, string>>;
  /** Message key under `refusals`. */
  readonly refusal?: string;
  readonly detail?: Readonly<Record<string, string | number>>;
  /** Names of the invalid fields. */
  readonly wrong?: readonly string[];
  readonly isDone?: boolean;
}

export function fieldsOf(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return typeof value === "string" ? [[name, value] as const] : [];
    }),
  );
}

export function wrongFields(error: z.ZodError): string[] {
  return [...new Set(error.issues.map((issue) => issue.path.join(".")))];
}
