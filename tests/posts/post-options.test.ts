import { expect, test } from "vitest";

import { listOptionChoices } from "#lib/accounts/list-option-choices";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { schedulePost } from "#lib/deliveries/schedule-post";
import type { ChoicesOutcome } from "#lib/networks/contract/outcome";
import { duplicatePost } from "#lib/posts/duplicate-post";
import { saveDraft } from "#lib/posts/save-draft";
import { searchPosts } from "#lib/posts/search-posts";
import { showPost } from "#lib/posts/show-post";
import { publishDue } from "#lib/publisher/publish-due";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { putUp } from "../support/test-networks.ts";

const now = { kind: "now" } as const;

test("what is chosen for an account is kept with the post, found, copied, and goes out as it was", async () => {
  const { ctx, network, account, other } = await aWorkspace();
  const options = { [account.id]: { board: "7", topic: "Zeldzame wol", cover: true } } as const;
  const disclosure = { ai: "generated", isPaid: true } as const;
  const id = await draft(ctx, [account.id, other.id], { options, disclosure });

  expect(await showPost(ctx, id)).toMatchObject({
    disclosure,
    versions: [
      { accountId: account.id, options: options[account.id] },
      { accountId: other.id, options: null },
    ],
  });
  expect(await found(ctx, "zeldzame")).toEqual([id]);

  // The other account still lacks what its network asks for.
  expect(await schedulePost(ctx, { postId: id, when: now })).toMatchObject({
    refusal: "post-option-missing",
    detail: { account: "Fake (second)", option: "connect.threads.options.board.label" },
  });
  const copy = await duplicatePost(ctx, { postId: id });
  expect(copy).toMatchObject({ ok: true, value: { disclosure } });

  const both = { ...options, [other.id]: { board: "8" } };
  await saveDraft(ctx, {
    postId: id,
    ...content([account.id, other.id]),
    options: both,
    disclosure,
  });
  expect(await schedulePost(ctx, { postId: id, when: now })).toMatchObject({ ok: true });
  await publishDue(ctx, "worker");
  const sent = network.preparations.map((part) => [part.options, part.disclosure]);
  expect(sent).toHaveLength(2);
  // A post of words has no pictures to cover.
  expect(sent).toContainEqual([{ board: "7", topic: "Zeldzame wol" }, disclosure]);
  expect(sent).toContainEqual([{ board: "8" }, disclosure]);
  const [first] = await listDeliveries(ctx, { postIds: [id] });
  expect(first?.snapshot).toMatchObject({ options: { board: "7" }, disclosure });
});

test("whoever chose from an older version is told so, and nothing is written over", async () => {
  const { ctx, account } = await aWorkspace();
  const id = await draft(ctx, [account.id], { options: { [account.id]: { board: "7" } } });
  const { version } = await showPost(ctx, id);
  const edit = (board: string) =>
    saveDraft(ctx, {
      postId: id,
      version,
      ...content([account.id]),
      options: { [account.id]: { board } },
    });
  expect(await edit("8")).toMatchObject({ ok: true });
  expect(await edit("9")).toMatchObject({ refusal: "changed-since" });
  expect(await showPost(ctx, id)).toMatchObject({ versions: [{ options: { board: "8" } }] });
});

test("options of another workspace's account are refused as if there were none", async () => {
  const { ctx, account } = await aWorkspace();
  const options = { elsewhere: { board: "7" } };
  await expect(saveDraft(ctx, { ...content([account.id]), options })).rejects.toThrow("elsewhere");
});

test("choices of the account's own are asked of its network", async () => {
  const { ctx, account, told } = await aWorkspace();
  const asked = { accountId: account.id, option: "board" };
  expect(await listOptionChoices(ctx, asked)).toEqual({
    ok: true,
    value: { choices: [{ value: "7", label: "Sjaals" }], hasMore: false },
  });
  const many = Array.from({ length: 2_500 }, (_, n) => ({ value: `b${n}`, label: `Bord ${n}` }));
  told.answer = { kind: "choices", choices: many, hasMore: true };
  expect(await listOptionChoices(ctx, asked)).toEqual({
    ok: true,
    value: { choices: many, hasMore: true },
  });
  expect(await listOptionChoices(ctx, { ...asked, option: "topic" })).toMatchObject({
    refusal: "no-such-option",
  });
  told.answer = { kind: "not-sent", detail: "no route" };
  expect(await listOptionChoices(ctx, asked)).toMatchObject({
    refusal: "check-failed",
    detail: { said: "no route" },
  });
  await expect(
    listOptionChoices({ ...ctx, actor: { id: "vic", role: "viewer" } }, asked),
  ).rejects.toThrow();
  await expect(listOptionChoices(ctx, { ...asked, accountId: "elsewhere" })).rejects.toThrow();
});

async function aWorkspace() {
  const ctx = await haveWorkspace();
  // What is text is known of the product's own networks: this one takes the name of one.
  const network = fakeNetwork({ network: "threads" });
  const told: { answer: ChoicesOutcome } = {
    answer: { kind: "choices", choices: [{ value: "7", label: "Sjaals" }] },
  };
  putUp({
    ...network.connector,
    postOptions: [
      { key: "board", kind: "choice", isAsked: true, isRequired: true },
      { key: "topic", kind: "text", max: 100 },
      { key: "cover", kind: "flag", for: ["picture", "pictures"] },
    ],
    optionChoices: async () => told.answer,
  });
  const account = await haveAccount(ctx, { network: "threads" });
  const other = await haveAccount(ctx, { identifier: "second", network: "threads" });
  return { ctx, network, account, other, told };
}

function content(accountIds: string[]) {
  return { stageId: "stage-awareness", accountIds, parts: [{ text: "Hello", images: [] }] };
}

async function found(ctx: Parameters<typeof searchPosts>[0], search: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of searchPosts(ctx, { search })) ids.push(...page.map(({ id }) => id));
  return ids;
}

async function draft(
  ctx: Parameters<typeof saveDraft>[0],
  accountIds: string[],
  over: Partial<Parameters<typeof saveDraft>[1]>,
): Promise<string> {
  const saved = await saveDraft(ctx, { ...content(accountIds), ...over });
  if (!saved.ok) throw new Error(saved.refusal);
  return saved.value.id;
}
