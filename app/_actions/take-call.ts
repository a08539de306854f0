import { notFound } from "next/navigation";

import { isStorable } from "#lib/kernel/control-signs";
import { currentActionCall } from "#lib/runtime/action-calls";

/**
 * The first line of every action: whether its arguments are of the kinds that our pages send. The call is
 * answered 400 where they are not, before anything else happens.
 */
export function takeCall(isOurs: boolean): void {
  const call = currentActionCall();
  if (call) call.state = isOurs ? "taken" : "refused";
  // Of what Next lets an action throw, the one that leaves no line in the log.
  if (!isOurs) notFound();
}

/** An action that is a form's: as React calls it, with what the form showed before. */
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
