import { expect, onTestFinished, test } from "vitest";

import type { Session } from "#lib/networks/contract/session";
import { linkedInConnector } from "#lib/networks/linkedin/connector";

import { noon } from "../../support/context.ts";
import { askedSince, partOf, prepare, publish } from "../network-under-test.ts";
import type { Fault } from "../stand-in/faults.ts";
import { serve } from "../stand-in/serve.ts";
import { newText, oneServer, ready } from "./one-server.ts";
import { startLinkedIn } from "./server.ts";
import { connected, settingsAt } from "./under-test.ts";
import { addMember, postOf } from "./world.ts";

const linkedIn = oneServer();
const midnight = new Date("2026-03-02T00:00:00Z");

const said = (status: number, code: string, message = code): Fault => ({
  status,
  body: { status, code, message },
});

test.each<[Fault, object, boolean]>([
  ["reset-before", { kind: "unknown" }, false],
  ["reset-after", { kind: "unknown" }, true],
  ["error-before", { kind: "unknown", httpStatus: 503 }, false],
  ["error-after", { kind: "unknown", httpStatus: 502 }, true],
  ["malformed-after", { kind: "unknown" }, true],
  ["too-many", { kind: "later", retryAt: midnight }, false],
  [said(401, "REVOKED_ACCESS_TOKEN"), { kind: "expired" }, false],
  [said(403, "ACCESS_DENIED"), { kind: "reconnect" }, false],
  [said(426, "NONEXISTENT_VERSION"), { kind: "not-sent" }, false],
  [said(400, "MEDIA_ASSET_WAITING_UPLOAD"), { kind: "not-sent" }, false],
  [said(400, "MEDIA_ASSET_PROCESSING_FAILED"), { code: "image-unreadable" }, false],
  [said(400, "FIELD_LENGTH_TOO_LONG"), { code: "text-too-long" }, false],
  [said(400, "URN_VALIDATION_FAILED"), { kind: "refused", code: "invalid" }, false],
  [
    said(429, "TOO_MANY_REQUESTS", "Comment create throttled: creation rate limit exceeded"),
    { kind: "later", retryAt: new Date(noon.getTime() + 120_000) },
    false,
  ],
])("%j is %j", async (fault, outcome, isThere) => {
  const { connector, session, request, part } = await ready(linkedIn);
  linkedIn.server.faults.next("create-post", fault);
  expect(await connector.publish(session, request)).toMatchObject(outcome);
  const found = await connector.reconcile(session, request, askedSince(part.createdAt));
  expect(found.kind).toBe(isThere ? "published" : "absent");
});

test("no connection at all is certainly nothing sent", async () => {
  const { session, request } = await ready(linkedIn);
  const elsewhere = await startLinkedIn();
  await elsewhere.stop();
  const gone = linkedInConnector(settingsAt(elsewhere));
  const moved: Session = { ...session, account: { ...session.account, origin: elsewhere.url } };
  expect(await gone.publish(moved, request)).toMatchObject({ kind: "not-sent" });
});

test("a version that LinkedIn has ended says which, since when and what to do; nothing is posted", async () => {
  linkedIn.now = new Date("2026-11-30T12:00:00Z");
  const { session, request } = await ready(linkedIn);
  const older = linkedInConnector(settingsAt(linkedIn.server, { version: "202511" }));
  const outcome = await older.publish(session, request);
  expect(outcome).toMatchObject({ kind: "not-sent" });
  for (const word of ["20251101", "2026-11-16", "LINKEDIN_VERSION"])
    expect(outcome).toMatchObject({ detail: expect.stringContaining(word) });
  linkedIn.now = new Date("2026-11-15T12:00:00Z");
  const asked = { ...session, now: () => linkedIn.now };
  expect(await older.publish(asked, request)).not.toMatchObject({ kind: "not-sent" });
});

test("the same post again is refused, and the refusal names the first with its age", async () => {
  const { connector, session, request } = await ready(linkedIn);
  const { remoteId, url } = await publish(connector, session, request);
  expect(url).toBe(`${linkedIn.server.url}/feed/update/${remoteId}/`);
  expect(await connector.publish(session, request)).toMatchObject({
    kind: "duplicate",
    named: { remoteId, reference: { post: remoteId }, url, at: noon.toISOString() },
  });
});

test("one picture, several, and one more than LinkedIn takes at once", async () => {
  const images = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ mediaId: "red", alt: `Number ${index}` }));
  const { connector, session } = await ready(linkedIn);
  for (const count of [1, 2, 20]) {
    const part = partOf({ text: newText(), images: images(count) });
    const made = await publish(connector, session, await prepare(connector, session, part));
    const content = postOf(linkedIn.server.world, made.remoteId)?.content ?? {};
    expect(Object.keys(content)).toEqual([count === 1 ? "media" : "multiImage"]);
  }
});

test("a picture that LinkedIn still works on is tried again; members are never let ask for it", async () => {
  linkedIn.server.media.processingMs = 5_000;
  onTestFinished(() => void (linkedIn.server.media.processingMs = 0));
  const images = [{ mediaId: "blue", alt: "" }];
  const { connector, session, request } = await ready(linkedIn, { images }, "member");
  expect(await connector.publish(session, request)).toMatchObject({ kind: "not-sent" });
  linkedIn.now = new Date(linkedIn.now.getTime() + 5_000);
  expect(await connector.publish(session, request)).toMatchObject({ kind: "published" });
  expect(linkedIn.server.requests.some(({ path }) => path.startsWith("/rest/images/"))).toBe(false);
});

test("a link gets its card from the page itself, and a page that says nothing leaves it out", async () => {
  const html =
    '<html><head><meta property="og:title" content="How we dye (1)"><meta property="og:description" content="With woad"></head></html>';
  const site = await serve(undefined, ({ url }, response) => {
    response.writeHead(url.pathname === "/page" ? 200 : 404, { "content-type": "text/html" });
    response.end(html);
  });
  onTestFinished(() => site.stop());
  const { connector, session } = await connected(linkedIn.server);
  const cardFor = async (path: string) => {
    const part = partOf({ text: `${newText()} ${site.url}${path}` });
    const made = await publish(connector, session, await prepare(connector, session, part));
    return postOf(linkedIn.server.world, made.remoteId)?.content;
  };
  expect(await cardFor("/page")).toEqual({
    article: { source: `${site.url}/page`, title: "How we dye (1)", description: "With woad" },
  });
  expect(await cardFor("/gone")).toBeUndefined();
});

test.each([
  [1_440, "ONE_DAY"],
  [1_500, "THREE_DAYS"],
  [10_080, "SEVEN_DAYS"],
  [20_160, "FOURTEEN_DAYS"],
])("a poll of %i minutes lasts %s, and asks the text's question", async (minutes, duration) => {
  const { connector, session } = await connected(linkedIn.server);
  const text = `${newText()}\nWhich colour?\nTell us`;
  const poll = { options: ["Red", "Blue"], minutes, isMultiple: false };
  const request = await prepare(connector, session, partOf({ text, poll }));
  expect(request).toMatchObject({
    post: { content: { poll: { question: "Which colour?", settings: { duration } } } },
  });
  expect(await connector.publish(session, request)).toMatchObject({ kind: "published" });
});

test("too long a post, too long a comment and a picture in a comment are told before anything leaves", async () => {
  const { connector, session, request } = await ready(linkedIn);
  const { reference: root } = await publish(connector, session, request);
  const replyTo = { root, parent: root };
  const tell = (over: Parameters<typeof partOf>[0]) => connector.prepare(session, partOf(over));
  const before = linkedIn.server.requests.length;
  expect(await tell({ text: "a".repeat(3_001) })).toMatchObject({ code: "text-too-long" });
  expect(await tell({ text: "a".repeat(1_251), replyTo })).toMatchObject({ code: "text-too-long" });
  const images = [{ mediaId: "red", alt: "" }];
  expect(await tell({ text: "Look", images, replyTo })).toMatchObject({ code: "invalid" });
  expect(linkedIn.server.requests.length).toBe(before);
  expect(await tell({ text: "a".repeat(1_250), replyTo })).toMatchObject({ kind: "ready" });
});

test("comments are plain words; edited, answered and taken down they stay what they are", async () => {
  const { connector, session, request, anna } = await ready(linkedIn);
  const post = await publish(connector, session, request);
  const said = linkedIn.server.act(anna, { do: "comment", on: post.remoteId, text: "Nice" });
  const target = { post: post.remoteId, comment: said };
  const replyTo = { root: post.reference, parent: target };
  const part = partOf({ text: "Thank you (all) #wool", replyTo });
  const answer = await publish(connector, session, await prepare(connector, session, part));
  const standing = () => linkedIn.server.world.comments.find(({ urn }) => urn === answer.remoteId);
  expect(standing()).toMatchObject({ text: "Thank you (all) #wool", parent: said });
  const changed = { ...part, text: "Thank you [all]" };
  const edited = await connector.edit?.(session, answer, changed, [part.text]);
  expect(edited).toMatchObject({ kind: "edited" });
  expect(standing()?.text).toBe("Thank you [all]");
  expect(await connector.remove(session, answer)).toEqual({ kind: "removed" });
  expect(standing()?.isDeleted).toBe(true);
  expect(await connector.remove(session, answer)).toEqual({ kind: "removed" });
});

test("words that somebody changed on LinkedIn are not written over; of a member they cannot be seen", async () => {
  for (const [use, kind] of [
    ["pages", "changed-there"],
    ["member", "edited"],
  ] as const) {
    const { connector, session, request, part } = await ready(linkedIn, {}, use);
    const post = await publish(connector, session, request);
    const standing = postOf(linkedIn.server.world, post.remoteId);
    if (!standing) throw new Error("No post.");
    standing.commentary = String.raw`Changed \(there\) #wool`;
    const changed = { ...part, text: "Ours" };
    const outcome = await connector.edit?.(session, post, changed, [part.text]);
    expect(outcome).toMatchObject({ kind });
    if (kind === "changed-there") expect(outcome).toMatchObject({ text: "Changed (there) #wool" });
  }
});

test("an answer to what is gone is refused as that", async () => {
  const { connector, session, request } = await ready(linkedIn);
  const post = await publish(connector, session, request);
  await connector.remove(session, post);
  const replyTo = { root: post.reference, parent: post.reference };
  const answer = await prepare(connector, session, partOf({ text: "Hm", replyTo }));
  expect(await connector.publish(session, answer)).toMatchObject({ code: "reply-target-gone" });
});

test("a like may be given twice; a repost is left to a person", async () => {
  const { connector, session, request, anna } = await ready(linkedIn);
  const post = await publish(connector, session, request);
  const comment = linkedIn.server.act(anna, { do: "comment", on: post.remoteId, text: "Nice" });
  const target = { root: post.reference, parent: { post: post.remoteId, comment } };
  expect(await connector.appreciate?.(session, target, "like")).toEqual({ kind: "done" });
  expect(await connector.appreciate?.(session, target, "like")).toEqual({ kind: "done" });
  expect(await connector.appreciate?.(session, target, "repost")).toMatchObject({
    code: "forbidden",
  });
});

test("a role that was lowered asks for a person, and an upload goes to LinkedIn's own hosts alone", async () => {
  const { connector, session, request, brand, owner } = await ready(linkedIn);
  brand.roles.set(owner.id, ["ANALYST"]);
  expect(await connector.publish(session, request)).toMatchObject({ kind: "reconnect" });
  const images = [{ mediaId: "red", alt: "" }];
  const uploadUrl = "https://linkedin.com.evil.example/upload";
  const body = { value: { uploadUrl, image: "urn:li:image:C4E", uploadUrlExpiresAt: 1 } };
  linkedIn.server.faults.next("begin-upload", { status: 200, body });
  const outcome = await connector.prepare(session, partOf({ text: newText(), images }));
  expect(outcome).toMatchObject({
    kind: "not-sent",
    detail: expect.stringContaining("evil.example"),
  });
});

test("addresses that name a post are read, others are not", () => {
  const connector = linkedInConnector();
  const at = (url: string) => connector.postAt?.({ handle: "" }, url)?.remoteId;
  const urn = "urn:li:share:7141138937766391808";
  expect(at(`https://www.linkedin.com/feed/update/${urn}/`)).toBe(urn);
  expect(at(`https://www.linkedin.com/feed/update/${encodeURIComponent(urn)}?a=b`)).toBe(urn);
  expect(at(`https://evil.example/feed/update/${urn}/`)).toBeUndefined();
  expect(at("https://www.linkedin.com/feed/update/urn:li:activity:7141138937766391808")).toBe(
    undefined,
  );
  expect(at("https://www.linkedin.com/feed/update/%zz")).toBeUndefined();
});

test("nobody by another token may post as somebody else", async () => {
  const { connector, session } = await connected(linkedIn.server);
  const stranger = addMember(linkedIn.server.world, "A Stranger");
  const account = { ...session.account, remoteId: `urn:li:person:${stranger.id}` };
  const request = await prepare(connector, { ...session, account }, partOf({ text: newText() }));
  expect(await connector.publish(session, request)).toMatchObject({ kind: "reconnect" });
});
