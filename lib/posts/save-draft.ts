import type { z } from "zod";

import type { Db, Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { videoFactsOf } from "../media/video-facts.ts";
import { indexPosts } from "../search/index-rows.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { deleteDraft } from "./delete-post.ts";
import { saveDraftInput, type SaveDraftInput } from "./input.ts";
import { lockPostAt, postIfThere } from "./lock-post.ts";
import { newDraft } from "./new-draft.ts";
import {
  isEmptyDraft,
  type Post,
  type PostPart,
  type PostVersion,
  type PostWithVersions,
} from "./post.ts";
import { findPost, insertPost, listKnown, replaceVersions, updatePost } from "./repository.ts";

/**
 * Saves a draft. Only text is required; the rest is checked when the draft is scheduled. A scheduled post is
 * refused, so that nobody edits what a worker may be sending. An empty draft is not saved, and one that has
 * become empty is deleted.
 */
export async function saveDraft(
  ctx: Context,
  input: SaveDraftInput,
): Promise<Result<PostWithVersions, "already-scheduled" | "changed-since" | "nothing-written">> {
  const proven = await proveDraft(ctx, input);
  return ctx.transact(async (tx) => {
    if (!isEmptyDraft(proven.draft)) return keepDraft(tx, ctx, proven);
    return (await dropEmpty(tx, ctx, proven.draft)) ?? keepDraft(tx, ctx, proven);
  });
}

/**
 * Deletes an empty draft; undefined if it has to be kept because it is a shout-out or answers a touchpoint.
 */
async function dropEmpty(tx: Tx, ctx: Context, draft: Draft) {
  const postId = draft.postId ?? (await idOfMade(tx, ctx, draft));
  if (!postId) return refused("nothing-written");
  const read = await lockDraft(tx, ctx, draft);
  if (!read.ok) return read;
  if (read.value.shoutOutId || read.value.replyToTouchpointId) return undefined;
  const deleted = await deleteDraft(tx, ctx, postId);
  return deleted.ok ? refused("nothing-written") : deleted;
}

export interface ProvenDraft {
  readonly draft: Draft;
  readonly timeZone: string;
}

/**
 * Reads the input and checks that everything it refers to is in this workspace. Runs before the transaction
 * that saves the draft.
 */
export async function proveDraft(ctx: Context, input: SaveDraftInput): Promise<ProvenDraft> {
  requireRole(ctx, "editor");
  const draft = await withVideoFacts(ctx.db, ctx.workspaceId, saveDraftInput.parse(input));
  await proveOwnership(ctx, draft);
  const { timeZone } = await showWorkspace(ctx);
  return { draft, timeZone };
}

/** Saves the draft. Part of a transaction. */
export async function keepDraft(
  tx: Tx,
  ctx: Context,
  { draft, timeZone }: ProvenDraft,
): Promise<Result<PostWithVersions, "already-scheduled" | "changed-since">> {
  if (!draft.postId) {
    const made = await insertUnlessThere(tx, ctx, { draft, timeZone });
    if (made) return ok(made);
  }
  const read = await lockDraft(tx, ctx, draft);
  if (!read.ok) return read;
  const before = read.value;
  if (before.state === "scheduled") return refused("already-scheduled");
  await updatePost(tx, ctx.workspaceId, before.id, contentOf(ctx, draft, before));
  await saveVersions(tx, ctx, before.id, draft);
  await record(tx, ctx, "post.edited", before.id, { version: before.version + 1 });
  return ok(await findPost(tx, ctx.workspaceId, before.id));
}

/**
 * Locks the draft. Without `postId`, it is the one that an earlier request with a lost answer created: it has
 * version 1 unless somebody changed it since.
 */
async function lockDraft(tx: Tx, ctx: Context, { postId, newPostId = "", version }: Draft) {
  if (postId) return lockPostAt(tx, ctx, postId, version);
  const read = await lockPostAt(tx, ctx, newPostId, 1);
  return read.ok ? read : refused(read.refusal, { ...read.detail, postId: newPostId });
}

async function idOfMade(tx: Tx, ctx: Context, { newPostId }: Draft): Promise<string | undefined> {
  return newPostId && (await postIfThere(tx, ctx, newPostId))?.id;
}

/**
 * Creates a draft from parts of a post, with the post's creation time. Part of the transaction that takes
 * them out of the post.
 */
export async function draftFrom(
  tx: Tx,
  ctx: Context,
  { timeZone, createdAt }: Pick<Post, "timeZone" | "createdAt">,
  input: SaveDraftInput,
): Promise<PostWithVersions> {
  const draft = await withVideoFacts(tx, ctx.workspaceId, saveDraftInput.parse(input));
  return insertDraft(tx, ctx, { draft, timeZone }, createdAt);
}

/** Creates a draft with text that the product suggests or that answers somebody. Part of a transaction. */
export async function insertWords(
  tx: Tx,
  ctx: Context,
  { draft, timeZone }: { readonly draft: Parsed; readonly timeZone: string },
): Promise<PostWithVersions> {
  const whole = await withVideoFacts(tx, ctx.workspaceId, draft);
  return insertDraft(tx, ctx, { draft: whole, timeZone });
}

/** Creates a draft. Part of a transaction. */
export async function insertDraft(
  tx: Tx,
  ctx: Context,
  proven: ProvenDraft,
  createdAt?: Date,
): Promise<PostWithVersions> {
  const post = await insertUnlessThere(tx, ctx, proven, createdAt);
  if (!post) throw new Error("A new post has the id of another.");
  return post;
}

async function insertUnlessThere(
  tx: Tx,
  ctx: Context,
  { draft, timeZone }: ProvenDraft,
  createdAt: Date = ctx.clock.now(),
): Promise<PostWithVersions | undefined> {
  const post = { ...newDraft(ctx, timeZone), createdAt, id: draft.newPostId ?? ctx.newId() };
  const isNew = await insertPost(tx, { ...post, ...contentOf(ctx, draft, post) });
  if (!isNew) return undefined;
  await saveVersions(tx, ctx, post.id, draft);
  await record(tx, ctx, "post.drafted", post.id, {});
  return findPost(tx, ctx.workspaceId, post.id);
}

type Parsed = z.output<typeof saveDraftInput>;

type Draft = Awaited<ReturnType<typeof withVideoFacts>>;

/** Throws `NotFound` for an id of another workspace, as for an unknown one. */
async function proveOwnership(ctx: Context, draft: Draft): Promise<void> {
  const allParts = [draft.parts, ...Object.values(draft.versions)].flat();
  const images = allParts.flatMap((part) => part.images.map((image) => image.mediaId));
  const checks = [
    ["account", accountsIn(draft)],
    ["image", images],
    ["stage", draft.stageId ? [draft.stageId] : []],
    ["shout-out", draft.shoutOutId ? [draft.shoutOutId] : []],
    ["touchpoint", draft.replyToTouchpointId ? [draft.replyToTouchpointId] : []],
  ] as const;
  for (const [kind, ids] of checks) {
    const known = await listKnown(ctx.db, ctx.workspaceId, kind, ids);
    const unknown = ids.find((id) => !known.has(id));
    if (unknown) throw new NotFound(kind, unknown);
  }
}

/** Adds the videos' facts; drops a video of another workspace or an id that is not a video. */
async function withVideoFacts(db: Db, workspaceId: string, draft: Parsed) {
  const { parts, versions } = draft;
  const all = [parts, ...Object.values(versions)].flat();
  const ids = all.flatMap(({ video }) => video?.mediaId ?? []);
  const known = await videoFactsOf(db, workspaceId, ids);
  const withFacts = (some: Parsed["parts"]): PostPart[] =>
    some.map(({ video, ...part }) => {
      const facts = video && known.get(video.mediaId);
      return facts ? { ...part, video: { ...video, facts } } : part;
    });
  const own = Object.entries(versions).map(([id, some]) => [id, withFacts(some)] as const);
  return { ...draft, parts: withFacts(parts), versions: Object.fromEntries(own) };
}

function accountsIn({ accountIds, versions, options }: Draft): string[] {
  return [...accountIds, ...Object.keys(versions), ...Object.keys(options)];
}

/** Null if nothing is disclosed. */
function saidOf(disclosure: Draft["disclosure"]): Post["disclosure"] {
  return disclosure?.ai || disclosure?.isPaid ? disclosure : null;
}

function chosenOf(values: Draft["options"][string] = {}): PostVersion["options"] {
  const chosen = Object.entries(values).filter(([, value]) => value !== "");
  return chosen.length > 0 ? Object.fromEntries(chosen) : null;
}

function contentOf(
  ctx: Context,
  draft: Draft,
  before: Pick<Post, "shoutOutId" | "replyToTouchpointId">,
) {
  return {
    stageId: draft.stageId,
    parts: draft.parts,
    language: draft.language,
    disclosure: saidOf(draft.disclosure),
    shoutOutId: draft.shoutOutId === undefined ? before.shoutOutId : draft.shoutOutId,
    replyToTouchpointId:
      draft.replyToTouchpointId === undefined
        ? before.replyToTouchpointId
        : draft.replyToTouchpointId,
    updatedAt: ctx.clock.now(),
  };
}

async function saveVersions(tx: Tx, ctx: Context, postId: string, draft: Draft): Promise<void> {
  const versions = [...new Set(draft.accountIds)].map((accountId) => ({
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    postId,
    accountId,
    parts: draft.versions[accountId] ?? null,
    options: chosenOf(draft.options[accountId]),
  }));
  await replaceVersions(tx, ctx.workspaceId, postId, versions);
  await indexPosts(tx, ctx.workspaceId, [postId]);
}
