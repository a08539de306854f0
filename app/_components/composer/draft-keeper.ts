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
 * Holds what is written until the server has it, and a copy in this browser meanwhile. Saves never overtake
 * each other, and none is written over what somebody else wrote.
 */
export class DraftKeeper {
  readonly moment: ChosenMoment;
  #start: DraftStart;
  readonly #options: DraftOptions;
  readonly #listeners = new Set<() => void>();
  #kept: DraftState;
  #stored: Draft;
  #onItsWay: Draft | undefined;
  /** What was sent and never answered: it may have arrived. */
  #unanswered: Draft[] = [];
  #newPostId = uuidv7();
  #postId: string | undefined;
  #version: number | undefined;
  /** Somebody else changed it: nothing is saved until a person has seen that. */
  #isMet = false;
  /** The page is being left, or was: its address is another one's by now. */
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

  /** Ends once what is on the screen is stored: the post's id, or nothing where it was refused or nobody answered. */
  readonly save = (): Promise<string | undefined> => {
    this.#running = this.#running.then(() => this.#saveNow());
    return this.#running;
  };

  /** A moment after the last key. While somebody leaves, a new post waits in its copy, lest two come of it. */
  readonly autosave = (): void => {
    if (this.#postId || !this.#isLeft) void this.save();
  };

  /** Shows what this browser had kept, where that is not what the server has. `addressed`: the post that the address names. */
  readonly restore = (addressed?: string): void => {
    this.#beginWith(lastStored(this.#options.owner, this.#start, addressed));
    const copy = readDraftCopy(this.#key());
    if (!copy || isSameDraft(copy.draft, this.#start.draft)) return;
    if (this.#postId === undefined && isEmptyDraft(copy.draft)) return;
    // What was on its way has arrived: it is this person's own, not somebody else's.
    const isArrived = copy.sent !== undefined && isSameDraft(copy.sent, this.#start.draft);
    this.#newPostId = copy.newPostId ?? this.#newPostId;
    if (copy.sent) this.#unanswered.push(copy.sent);
    this.#version = isArrived ? this.#start.version : (copy.version ?? this.#start.version);
    this.#show({ draft: copy.draft, isRestored: true });
  };

  readonly dropRestored = (): void => {
    dropCopy(this.#key());
    // What was restored is stored by now, or about to be: what was there before follows on it.
    if (this.#onItsWay) {
      this.#show({ draft: { ...this.#start.draft }, isRestored: false });
      return void this.save();
    }
    this.#version = this.#start.version;
    this.#stored = this.#start.draft;
    this.#show({ draft: this.#start.draft, isRestored: false });
  };

  /** A person has seen that version: what is written here may follow on it. */
  readonly settle = (version: number | undefined, draft: Draft = this.#kept.draft): void => {
    this.#version = version;
    this.#isMet = false;
    this.#stored = this.#start.draft;
    this.#show({ draft: { ...draft }, state: { kind: "untouched" } });
    this.#keepCopy();
  };

  /** The post is gone: what is written here becomes a new one. */
  readonly detach = (): Promise<string | undefined> => {
    dropCopy(this.#key());
    this.moment.call(undefined);
    this.#postId = undefined;
    this.#newPostId = uuidv7();
    this.settle(undefined);
    return this.save();
  };

  /** What is written here is kept elsewhere by now, or not wanted. */
  readonly forget = (): void => {
    this.moment.drop();
    dropCopy(this.#key());
    forgetStored(this.#options.owner, this.#postId);
  };

  /** The page is shown; what is handed back is called once it is left. */
  readonly enter = (isAutosaved: boolean): (() => void) => {
    this.#isLeft = false;
    return () => {
      this.#isLeft = true;
      if (isAutosaved) this.autosave();
    };
  };

  /**
   * Somebody goes elsewhere. From now on the address is not changed: that would call them back. What is
   * on its way will be found under the name that it was sent with.
   */
  readonly leave = (): void => {
    if (this.#isSaving && !this.#postId) this.#options.onPost(this.#newPostId);
    this.#isLeft = true;
  };

  /** A page that comes back by Back shows what it was made from: this tab may know better. */
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

  /** Whether what the edit met is its own earlier try, whose answer was lost: then it follows on that. */
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

  /** The copy goes on under the post's own id. */
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
