"use client";

import { useState } from "react";

import { changeWorkspaceAction } from "../../_actions/workspaces.ts";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";

/**
 * A form about the workspace. Where somebody else changed the same field meanwhile, what was typed stays,
 * `theirs` says what is there now, and saving once more writes over it, since that was seen.
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
    /** Leaves what was typed for what is there now. */
    takeTheirs: () => leave(state),
  };
}
