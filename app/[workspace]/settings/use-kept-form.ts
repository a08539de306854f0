import { type FormEvent, startTransition } from "react";

import type { FormState } from "../../_actions/form-state.ts";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";

/**
 * Like `useActionState`, but keeps all input after sending, for forms with a preview. (React resets a form
 * once its action has run.) Works without script too.
 */
export function useKeptForm<State extends FormState>(
  act: (before: Awaited<State>, form: FormData) => State | Promise<State>,
  first: Awaited<State>,
) {
  const [state, action, isPending] = useFormAction(act, first);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    startTransition(() => action(form));
  };
  return { state, isPending, form: { action, onSubmit } };
}
