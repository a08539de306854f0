import type { FormState } from "../../_actions/form-state.ts";

/** What every form to connect an account starts from. */
export interface ConnectEntry {
  workspace: string;
  /** Where this browser reaches us. */
  publicUrl: string;
  /** What came of a sign-in that the person is back from. */
  state: FormState | undefined;
  /** By network: what was last signed in with there. */
  remembered: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
