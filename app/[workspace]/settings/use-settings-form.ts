"use client";

import { useState } from "react";

import { changeWorkspaceAction } from "../../_actions/workspaces.ts";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";

/**
 * State of a form with workspace settings. If somebody else changed the same field meanwhile, the input
 * stays, `theirs` holds the saved value, and saving again overwrites it.
 */
export function useSettingsForm() {
  const [state, submit, isPending] = useFormAction(changeWorkspaceAction, { typed: {} });
  const [left, leave] = useState<typeof state>();
  const shown = left === state ? { typed: {} } : state;
  const isMet = shown.refusal === "changed-since";
  return {
    state: shown,
    submit,
    isPending,
    isMet,
    theirs: (field: string) => (isMet ? shown.detail?.[`theirs.${field}`] : undefined),
    /** Discards the input and shows the saved values. */
    takeTheirs: () => leave(state),
  };
}
