import { uuidv7 } from "uuidv7";

import { isEmptyDraft } from "#lib/posts/post";

import { dropCopy, keepCopy } from "../primitives/browser-copy.ts";
import { ChosenMoment } from "./chosen-moment.ts";
import type { DraftOptions, DraftState } from "./draft-state.ts";
import { type Draft, draftInput, isSameDraft } from "./draft.ts";
import { type DraftStart, forgetStored, lastStored, rememberStored } from "./last-stored.ts";
import { copyKey, type LocalCopy, readDraftCopy } from "./local-copy.ts";
import { isMeeting, resultOf, type SaveDraft, sent } from "./save-draft.ts";

/**
 * Keeps the draft until the server has stored it, with a copy in this browser. Saves run one at a time, and
 * none overwrites a version that somebody else has saved.
 */
export class DraftKeeper {
  readonly moment: ChosenMoment;
  #start: DraftStart;
  readonly #options: DraftOptions;
  readonly #listeners = new Set<() => void>();
  #kept: DraftState;
  #stored: Draft;
  #onItsWay: Draft | undefined;
  /** Drafts that were sent without an answer; each may have arrived. */
  #unanswered: Draft[] = [];
  #newPostId = uuidv7();
  #postId: string | undefined;
  #version: number | undefined;
  /** Somebody else changed the post: saving stops until the user has seen the change. */
  #isMet = false;
  /** The user is leaving or has left the page; the address may belong to another page. */
  #isLeft = false;
  #isSaving = false;
  #running: Promise<string | undefined> = Promise.resolve(undefined);

  constructor(start: DraftStart, options: DraftOptions) {
    this.#start = start;
    this.#options = options;
    this.#kept = { draft: start.draft, state: { kind: "untouched" }, isRestored: false };
    this.#stored = start.draft;
    this.#postId = start.postId;
    this.#version = start.version;
    this.moment = new ChosenMoment(options.owner, start.postId);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly current = (): DraftState => this.#kept;

  get postId(): string | undefined {
    return this.#postId;
  }

  get isStored(): boolean {
    return this.#kept.draft === this.#stored;
  }

  readonly input = () =>
    draftInput(this.#kept.draft, {
      postId: this.#postId,
      version: this.#version,
      newPostId: this.#newPostId,
    });

  readonly change = (draft: Draft): void => {
    this.#isLeft = false;
    this.#show({ draft });
    this.#keepCopy();
  };

  /** Resolves to the stored post's id, or to undefined after a refusal or without an answer. */
  readonly save = (): Promise<string | undefined> => {
    this.#running = this.#running.then(() => this.#saveNow());
    return this.#running;
  };

  /** While the page is being left, a new post stays in its copy, so that it is not created twice. */
  readonly autosave = (): void => {
    if (this.#postId || !this.#isLeft) void this.save();
  };

  /** Shows this browser's copy if it differs from the server's draft. `addressed`: post id in the address. */
  readonly restore = (addressed?: string): void => {
    this.#beginWith(lastStored(this.#options.owner, this.#start, addressed));
    const copy = readDraftCopy(this.#key());
    if (!copy || isSameDraft(copy.draft, this.#start.draft)) return;
    if (this.#postId === undefined && isEmptyDraft(copy.draft)) return;
    // The server's draft equals the one that was being sent: it is the user's own change.
    const isArrived = copy.sent !== undefined && isSameDraft(copy.sent, this.#start.draft);
    this.#newPostId = copy.newPostId ?? this.#newPostId;
    if (copy.sent) this.#unanswered.push(copy.sent);
    this.#version = isArrived ? this.#start.version : (copy.version ?? this.#start.version);
    this.#show({ draft: copy.draft, isRestored: true });
  };

  readonly dropRestored = (): void => {
    dropCopy(this.#key());
    // The restored draft is saved or being saved; dropping it saves the earlier draft over it.
    if (this.#onItsWay) {
      this.#show({ draft: { ...this.#start.draft }, isRestored: false });
      return void this.save();
    }
    this.#version = this.#start.version;
    this.#stored = this.#start.draft;
    this.#show({ draft: this.#start.draft, isRestored: false });
  };

  /** The user has seen this version, so the draft may be saved over it. */
  readonly settle = (version: number | undefined, draft: Draft = this.#kept.draft): void => {
    this.#version = version;
    this.#isMet = false;
    this.#stored = this.#start.draft;
    this.#show({ draft: { ...draft }, state: { kind: "untouched" } });
    this.#keepCopy();
  };

  /** The post was deleted: saves the draft as a new post. */
  readonly detach = (): Promise<string | undefined> => {
    dropCopy(this.#key());
    this.moment.call(undefined);
    this.#postId = undefined;
    this.#newPostId = uuidv7();
    this.settle(undefined);
    return this.save();
  };

  /** Drops the copy, because the draft was stored another way or discarded. */
  readonly forget = (): void => {
    this.moment.drop();
    dropCopy(this.#key());
    forgetStored(this.#options.owner, this.#postId);
  };

  /** Called when the page is shown; returns the function to call when it is left. */
  readonly enter = (isAutosaved: boolean): (() => void) => {
    this.#isLeft = false;
    return () => {
      this.#isLeft = true;
      if (isAutosaved) this.autosave();
    };
  };

  /**
   * Called when the user leaves the page. Announces the id of a new post that is being saved; afterwards the
   * address is not changed, since that would lead the user back.
   */
  readonly leave = (): void => {
    if (this.#isSaving && !this.#postId) this.#options.onPost(this.#newPostId);
    this.#isLeft = true;
  };

  /** After Back, a page shows the data that it was rendered from; this tab may know a later version. */
  #beginWith(start: DraftStart): void {
    if (start === this.#start) return;
    this.#start = start;
    this.#stored = start.draft;
    this.#postId = start.postId;
    this.moment.belongTo(start.postId);
    this.#version = start.version;
    this.#show({ draft: start.draft });
  }

  async #saveNow(): Promise<string | undefined> {
    const { draft } = this.#kept;
    if (this.#isMet) return undefined;
    if (this.#postId ? this.isStored : isEmptyDraft(draft)) return this.#postId;
    this.#show({ state: { kind: "saving" } });
    this.#onItsWay = draft;
    this.#keepCopy();
    this.#isSaving = true;
    const outcome = await sent(this.#options.send, this.input());
    this.#isSaving = false;
    if (!outcome) this.#unanswered.push(draft);
    if (outcome?.ok === false && (await this.#metItself(outcome))) return this.#saveNow();
    const result = resultOf(outcome);
    this.#isMet = result.state.kind === "failed" && isMeeting(result.state);
    this.#show({ state: result.state });
    return result.isStored ? this.#stay(draft, result) : undefined;
  }

  /** Whether the conflict is with the user's own save whose answer was lost; if so, continues from it. */
  async #metItself(
    refused: Exclude<Awaited<ReturnType<SaveDraft>>, { ok: true }>,
  ): Promise<boolean> {
    if (refused.refusal !== "changed-since") return false;
    const { postId } = refused.detail;
    if (typeof postId === "string") this.#call(postId);
    if (!this.#postId || this.#unanswered.length === 0) return false;
    const there = await this.#options.load({ postId: this.#postId }).catch(() => undefined);
    if (!there?.ok) return false;
    const { draft, version } = there.value;
    if (!this.#unanswered.some((own) => isSameDraft(own, draft))) return false;
    this.#unanswered = [];
    this.#version = version;
    return true;
  }

  /** Moves the copy to the post's own id. */
  #call(id: string | undefined): void {
    if (this.#postId === id) return;
    dropCopy(this.#key());
    this.moment.call(id);
    this.#postId = id;
    this.#keepCopy();
    if (!this.#isLeft) this.#options.onPost(id);
  }

  #stay(
    draft: Draft,
    { id, version }: { id: string | undefined; version: number | undefined },
  ): string | undefined {
    this.#stored = draft;
    this.#version = version;
    this.#unanswered = [];
    if (id === undefined) this.#newPostId = uuidv7();
    this.#call(id);
    rememberStored(this.#options.owner, { draft, postId: id, version });
    if (this.isStored) dropCopy(this.#key());
    else this.#keepCopy();
    return id;
  }

  #show(change: Partial<DraftState>): void {
    this.#kept = { ...this.#kept, ...change };
    for (const listener of this.#listeners) listener();
  }

  #keepCopy(): void {
    const { draft } = this.#kept;
    const copy: LocalCopy = {
      draft,
      version: this.#version,
      newPostId: this.#newPostId,
      sent: this.#onItsWay,
    };
    keepCopy(this.#key(), copy);
  }

  #key(): string {
    return copyKey(this.#options.owner, this.#postId);
  }
}
