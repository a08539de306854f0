import { notFound } from "next/navigation";

import { isStorable } from "#lib/kernel/control-signs";
import { currentActionCall } from "#lib/runtime/action-calls";

/**
 * Checks that an action's arguments have the types that our pages send. Called first in every action; the
 * request is answered with 400 otherwise.
 */
export function takeCall(isOurs: boolean): void {
  const call = currentActionCall();
  if (call) call.state = isOurs ? "taken" : "refused";
  // Of the errors that Next handles in actions, the one that writes nothing to the log.
  if (!isOurs) notFound();
}

/** Wraps an action of a form, as React calls it: with the form's previous state and the data. */
export function formAction<State extends object>(
  work: (before: State, form: FormData) => Promise<State>,
): (before: State, form: FormData) => Promise<State> {
  return async (before, form) => {
    takeCall(isForm(form) && typeof before === "object" && before !== null);
    return work(before, form);
  };
}

export function isForm(form: unknown): form is FormData {
  return form instanceof FormData && isStorable(Object.fromEntries(form));
}
