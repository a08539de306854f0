import type { ComposerProps } from "./composer-props.ts";
import type { Draft } from "./draft.ts";
import type { SaveDraft, SaveState } from "./save-draft.ts";

export interface DraftOptions {
  readonly send: SaveDraft;
  /** The post as it is now. */
  readonly load: ComposerProps["load"];
  /** Whose copies this browser keeps. */
  readonly owner: string;
  /** The post has another id than before, or none any more. */
  readonly onPost: (postId: string | undefined) => void;
}

export interface DraftState {
  readonly draft: Draft;
  readonly state: SaveState;
  /** What this browser had kept is shown instead of what the server has. */
  readonly isRestored: boolean;
}
