import type { FormState } from "../../_actions/form-state.ts";

/** Values that every form to connect an account starts with. */
export interface ConnectEntry {
  workspace: string;
  /** The address under which this browser reaches the installation. */
  publicUrl: string;
  /** Result of the sign-in that the person returned from. */
  state: FormState | undefined;
  /** The answers of the last sign-in, by network. */
  remembered: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
