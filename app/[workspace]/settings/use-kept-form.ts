import { type FormEvent, startTransition, useActionState } from "react";

/**
 * As `useActionState`, for a form that goes on after it was sent, as one with a preview does: everything
 * typed and chosen stays. (React sets a form back once its action has run.) Works without script, too.
 */
export function useKeptForm<State>(
  act: (before: Awaited<State>, form: FormData) => State | Promise<State>,
  first: Awaited<State>,
) {
  const [state, action, isPending] = useActionState(act, first);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    startTransition(() => action(form));
  };
  return { state, isPending, form: { action, onSubmit } };
}
