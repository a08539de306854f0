import { unstable_rethrow } from "next/navigation";
import { useActionState } from "react";

import type { FormState } from "../../_actions/form-state.ts";
import { announceDone } from "./done-forms.ts";

type Act<State> = (before: Awaited<State>, form: FormData) => State | Promise<State>;

/**
 * Like `useActionState`; if the server does not answer, the form says so and keeps the input, where React
 * would replace the page. During server rendering the action is passed unchanged, for forms without script.
 */
export function useFormAction<State extends FormState>(act: Act<State>, first: Awaited<State>) {
  return useActionState<State, FormData>(
    typeof window === "undefined" ? act : orNoConnection(act),
    first,
  );
}

function orNoConnection<State extends FormState>(act: Act<State>): Act<State> {
  return async (before, form) => {
    try {
      return await act(before, form);
    } catch (error) {
      if (leadsOn(error)) announceDone();
      unstable_rethrow(error);
      return { typed: typedIn(form), refusal: "no-connection" } as State;
    }
  };
}

/**
 * Whether the form was accepted and a redirect follows. The redirect of a signed-out user to the sign-in page
 * does not count.
 */
function leadsOn(error: unknown): boolean {
  const { digest } = (error ?? {}) as { digest?: unknown };
  return (
    typeof digest === "string" &&
    digest.startsWith("NEXT_REDIRECT;") &&
    !/;\/(sign-in|set-up)\b/.test(digest)
  );
}

/** Returns the input without passwords. */
function typedIn(form: FormData): Record<string, string> {
  const secret = [...document.querySelectorAll<HTMLInputElement>("input[type=password]")];
  const secrets = new Set(secret.map(({ name }) => name));
  const typed: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === "string" && !name.startsWith("$") && !secrets.has(name))
      typed[name] = value;
  return typed;
}
