import type { FormEvent } from "react";

import type { FormState } from "../../_actions/form-state.ts";
import type { TakeOver } from "../../_components/primitives/edit-version.ts";
import { useKeptEdit } from "../../_components/primitives/use-kept-edit.ts";
import { useKeptForm } from "./use-kept-form.ts";

interface Rows<Value> {
  kept: string;
  version: number;
  saved: Value;
  read: (value: unknown) => Value | undefined;
  isSame: (left: Value, saved: Value) => boolean;
  takeOver: TakeOver<Value>;
}

/**
 * State of a form with rows that can be added, moved and removed. Unsaved rows survive a refusal and leaving
 * the page.
 */
export function useRowsForm<Value, State extends FormState>(
  act: (before: Awaited<State>, form: FormData) => State | Promise<State>,
  first: Awaited<State>,
  rows: Rows<Value>,
) {
  const { state, isPending, form } = useKeptForm(act, first);
  const edit = useKeptEdit({ ...rows, answer: state });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    edit.send();
    form.onSubmit(event);
  };
  const shown = edit.isLeft ? first : state;
  return { state: shown, isPending, form: { ...form, onSubmit }, edit };
}
