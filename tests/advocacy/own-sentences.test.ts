import { expect, test } from "vitest";

import { changeDraftSettings } from "#lib/advocacy/change-draft-settings";
import { chooseWording, listWordings } from "#lib/advocacy/choose-wording";
import { draftSettingsInput } from "#lib/advocacy/draft-settings-input";
import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { previewSentences } from "#lib/advocacy/preview-sentences";
import { suggestShoutOuts } from "#lib/advocacy/suggest-shout-outs";
import { runEventHandlers } from "#lib/event-handlers";
import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";
import { showWorkspace } from "#lib/workspaces/show-workspace";

import { aroundTransact } from "../support/around-transact.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

const thanks = "Thank you for {act}, {name}. {quote} Yours, {brand}";
const review = { kind: "first-review", language: "en", text: thanks } as const;

test("a sentence of one's own is proposed at once, filled in, and leaves its event", async () => {
  const ctx = await haveFan();
  const { name } = await showWorkspace(ctx);

  const saved = await changeDraftSettings(ctx, { tone: "plain", own: [review] });

  expect(saved).toMatchObject({ ok: true });
  const { draft } = await first(ctx);
  expect(draft.text).toMatch(/^Thank you for your review, \S*mara\.example\S*\. “Lovely/);
  expect(draft.text).toContain(`Yours, ${name}`);
  const history = await listHistory(ctx.db, ctx.workspaceId, ctx.workspaceId);
  expect(history).toContainEqual(
    expect.objectContaining({
      type: "workspace.changed",
      detail: expect.objectContaining({ fields: ["drafts.tone", "drafts.own"] }),
    }),
  );
});

test.each([
  ["for another act", { ...review, kind: "referral" as const }],
  ["in another language", { ...review, language: "nl" as const }],
  ["too long for the network", { ...review, text: `{name} ${"thank you ".repeat(49)}`.trim() }],
])("a sentence %s is passed over for the tone that is set", async (_case, sentence) => {
  const ctx = await haveFan();
  await changeDraftSettings(ctx, { tone: "playful", own: [sentence] });
  expect((await first(ctx)).draft.wording).toBe("playful");
});

test("the first that fits is proposed, and another order proposes another", async () => {
  const ctx = await haveFan();
  const [one, two] = [
    { kind: "any", language: "en", text: "One: {name}" } as const,
    { kind: "any", language: "en", text: "Two: {name}" } as const,
  ];
  await changeDraftSettings(ctx, { tone: "warm", own: [one, two] });
  expect((await first(ctx)).draft.text).toMatch(/^One: /);
  const { version, settings } = await showWorkspace(ctx);
  const own = (settings.drafts?.own ?? []).toReversed().map((sentence) => ({
    ...sentence,
    kind: "any" as const,
  }));
  await changeDraftSettings(ctx, { version, tone: "warm", own });
  expect((await first(ctx)).draft.text).toMatch(/^Two: /);
  const after = (await showWorkspace(ctx)).settings.drafts?.own;
  expect(after?.map(({ key }) => key)).toEqual(own.map(({ key }) => key));
});

test.each([
  ["{naam}, thank you", "unknown-placeholder", "{naam}"],
  ["{name}, thank you for {}", "unknown-placeholder", "{}"],
  ["{{name}}, thank you", "unknown-placeholder", "{{name}}"],
  ["{Name}, thank you", "unknown-placeholder", "{Name}"],
  ["{name }, thank you", "unknown-placeholder", "{name }"],
  ["Thank you all", "names-nobody", undefined],
])("%j is refused with what is wrong", async (text, refusal, placeholder) => {
  const ctx = await haveFan();
  const own = [review, { kind: "any", language: "en", text } as const];
  const outcome = await changeDraftSettings(ctx, { tone: "warm", own });
  expect(outcome).toMatchObject({
    refusal,
    detail: { number: 2, ...(placeholder && { placeholder }) },
  });
  expect(await previewSentences(ctx, { tone: "warm", own })).toMatchObject({ refusal });
  expect((await showWorkspace(ctx)).settings.drafts).toBeUndefined();
});

test.each(["", "x".repeat(501), "thank \u202e you {name}", "thank you {name}\u0000"])(
  "text %j is no sentence",
  async (text) => {
    const ctx = await haveFan();
    const own = [{ ...review, text }];
    await expect(changeDraftSettings(ctx, { tone: "warm", own })).rejects.toThrow();
  },
);

test("a name or words that look like a placeholder are not filled in again", async () => {
  const ctx = await haveFan({ name: "{quote}", text: "Lovely {name}, warm and well made {brand}" });
  await changeDraftSettings(ctx, { tone: "warm", own: [review] });
  expect((await first(ctx)).draft.text).toContain("“Lovely {name}, warm and well made {brand}”");
});

test("who edits an older version is asked", async () => {
  const ctx = await haveFan();
  const { version } = await showWorkspace(ctx);
  await changeDraftSettings(ctx, { version, tone: "plain", own: [review] });
  const second = await changeDraftSettings(ctx, { version, tone: "plain", own: [] });
  expect(second).toMatchObject({ refusal: "changed-since" });
  expect((await showWorkspace(ctx)).settings.drafts?.own).toHaveLength(1);
});

test("sentences that are sent again because no answer came are the same, and no change", async () => {
  const ctx = await haveFan();
  const { version } = await showWorkspace(ctx);
  const sent = {
    version,
    tone: "plain",
    own: [review, { ...review, kind: "any" }, review],
  } as const;
  await changeDraftSettings(ctx, { ...sent, own: [...sent.own] });
  const saved = (await showWorkspace(ctx)).settings.drafts?.own ?? [];
  expect(new Set(saved.map(({ key }) => key)).size).toBe(3);
  expect(await changeDraftSettings(ctx, { ...sent, own: [...sent.own] })).toMatchObject({
    ok: true,
  });
  expect((await showWorkspace(ctx)).settings.drafts?.own).toEqual(saved);
  // One that stays under its key is not taken for the new one beside it.
  const [first, ...rest] = saved;
  const twice = [...(first ? [first] : []), ...rest, review];
  await changeDraftSettings(ctx, draftSettingsInput.parse({ tone: "plain", own: twice }));
  const after = (await showWorkspace(ctx)).settings.drafts?.own ?? [];
  expect(after.slice(0, 3)).toEqual(saved);
  expect(new Set(after.map(({ key }) => key)).size).toBe(4);
});

test("the wording that a person chose stays when the figures come anew", async () => {
  const ctx = await haveFan();
  const shoutOutId = (await first(ctx)).id;
  const listed = await listWordings(ctx, { shoutOutId });
  expect(listed).toMatchObject({
    value: { wordings: [{ key: "warm" }, { key: "plain" }, { key: "playful" }] },
  });
  for (const wording of ["warm", "plain", "playful"]) {
    expect(await chooseWording(ctx, { shoutOutId, wording })).toMatchObject({ ok: true });
    await suggestShoutOuts(ctx);
    expect((await first(ctx)).draft).toMatchObject({ wording, isChosen: true });
  }
  await changeDraftSettings(ctx, { tone: "warm", own: [review] });
  expect((await first(ctx)).draft.wording).toBe("playful");
  const history = await listHistory(ctx.db, ctx.workspaceId, shoutOutId);
  expect(history.filter(({ type }) => type === "shout-out.reworded")).toHaveLength(3);
});

test("a chosen sentence that is gone gives way to what would be proposed", async () => {
  const ctx = await haveFan();
  await changeDraftSettings(ctx, { tone: "plain", own: [review] });
  const { id: shoutOutId, draft } = await first(ctx);
  await chooseWording(ctx, { shoutOutId, wording: draft.wording ?? "" });
  await changeDraftSettings(ctx, { tone: "plain", own: [] });
  expect((await first(ctx)).draft.wording).toBe("plain");
});

test("an unknown wording, a viewer and a neighbour are refused", async () => {
  const ctx = await haveFan();
  const { id: shoutOutId } = await first(ctx);
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  const editor: Context = { ...ctx, actor: { id: "ed", role: "editor" } };
  const settings = { tone: "warm" as const, own: [] };
  expect(await chooseWording(ctx, { shoutOutId, wording: "angry" })).toMatchObject({
    refusal: "no-such-wording",
  });
  await expect(chooseWording(viewer, { shoutOutId, wording: "warm" })).rejects.toThrow("editor");
  await expect(changeDraftSettings(editor, settings)).rejects.toThrow("manager");
  const neighbour = await haveNeighbour(ctx);
  const asked = chooseWording(neighbour, { shoutOutId, wording: "warm" });
  await expect(asked).rejects.toThrow("No shout-out");
});

test("a preview shows each sentence with a real person, and says whom it is not for", async () => {
  const ctx = await haveFan();
  const own = [
    review,
    { kind: "referral", language: "en", text: "{name}: {act}" } as const,
    { kind: "any", language: "nl", text: "{name}: {quote}" } as const,
  ];
  const preview = await previewSentences(ctx, { tone: "warm", own });
  expect(preview).toMatchObject({
    value: [
      { person: { name: "mara" }, isForThem: true, text: expect.stringContaining("your review") },
      { isForThem: false, text: expect.stringContaining("your recommendation") },
      // She writes English, so nothing of hers may stand in Dutch words.
      { isForThem: false, text: undefined },
    ],
  });
  expect((await showWorkspace(ctx)).settings.drafts).toBeUndefined();
});

test("where there is nobody to thank a preview says so", async () => {
  const ctx = await haveWorkspace();
  expect(await previewSentences(ctx, { tone: "warm", own: [review] })).toMatchObject({
    value: [{ person: undefined, text: undefined }],
  });
});

test("what somebody wrote among two or beside an order is never quoted in public", async () => {
  for (const type of ["direct-message", "order", "price-question", "support-question"] as const) {
    const ctx = await haveFan();
    const [fan] = (await listShoutOuts(ctx)).suggestions;
    const said = "A secret present that is wonderful and lovely for Joke";
    ctx.clock.pass({ days: 16 });
    for (let times = 0; times < 3; times++)
      await haveTouchpoint(ctx, fan?.person.id ?? "", { type, text: said });
    await runEventHandlers(ctx);
    for (const { wordings } of (await listShoutOuts(ctx)).suggestions)
      expect(wordings.map(({ text }) => text).join()).not.toContain("secret");
  }
});

async function haveFan({ name = "mara", text = "Lovely, warm and well made" } = {}) {
  const ctx = await haveWorkspace();
  fakeNetwork();
  await haveAccount(ctx);
  const { personId } = await havePerson(ctx, { name });
  await haveTouchpoint(ctx, personId, { type: "review", stars: 5, text });
  await runEventHandlers(ctx);
  return ctx;
}

async function first(ctx: Context) {
  const [suggestion] = (await listShoutOuts(ctx)).suggestions;
  if (!suggestion) throw new Error("Nobody is suggested.");
  return suggestion.shoutOut;
}

test("suggestions that were thought out by older settings do not overwrite newer drafts", async () => {
  const ctx = await haveFan();
  await changeDraftSettings(ctx, { tone: "warm", own: [] });
  let isFirst = true;
  const late = aroundTransact(ctx, (transact) => async (work) => {
    const before = isFirst;
    isFirst = false;
    if (before) await changeDraftSettings(ctx, { tone: "warm", own: [review] });
    return transact(work);
  });
  await suggestShoutOuts(late);
  expect((await first(ctx)).draft.text).toMatch(/^Thank you for your review/);
});
