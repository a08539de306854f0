import type { ComposerProps } from "./composer-props.ts";
import type { Draft } from "./draft.ts";
import type { SaveDraft, SaveState } from "./save-draft.ts";

export interface DraftOptions {
  readonly send: SaveDraft;
  /** Loads the post's present state. */
  readonly load: ComposerProps["load"];
  /** Owner of the copies in this browser. */
  readonly owner: string;
  /** Called when the post gets another id or none. */
  readonly onPost: (postId: string | undefined) => void;
}

export interface DraftState {
  readonly draft: Draft;
  readonly state: SaveState;
  /** Whether the copy kept in this browser is shown instead of the server's draft. */
  readonly isRestored: boolean;
}
