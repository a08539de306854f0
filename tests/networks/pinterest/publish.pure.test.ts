import { describe, expect, test } from "vitest";

import { askedSince, partOf, prepare, publish, publishPart } from "../network-under-test.ts";
import { isSpecified, readSpecification } from "../stand-in/specification.ts";
import { oneServer } from "./one-server.ts";
import { connected } from "./under-test.ts";
import { addBoard, pinOf } from "./world.ts";

const pinterest = oneServer();
const red = { mediaId: "red", alt: "A red shawl" };
const blue = { mediaId: "blue", alt: "A blue one" };

describe("a pin", () => {
  test("has its board, its title and its link", async () => {
    const { connector, session, board } = await connected(pinterest.server);
    const options = { board: board.id, title: "  Shawls ", link: "https://noorderwol.nl/a?b=c" };
    const { remoteId, url } = await publishPart(connector, session, { text: "Warm", options });
    expect(pinOf(pinterest.server.world, remoteId)).toMatchObject({
      boardId: board.id,
      title: "Shawls",
      description: "Warm",
      link: "https://noorderwol.nl/a?b=c",
      pictures: 1,
    });
    expect(url).toBe(`${pinterest.server.url}/pin/${remoteId}/`);
  });

  test("leads to the first link in its text where none was chosen", async () => {
    const { connector, session } = await connected(pinterest.server);
    const text = "See https://noorderwol.nl/shawl, and https://noorderwol.nl";
    const { remoteId } = await publishPart(connector, session, { text });
    expect(pinOf(pinterest.server.world, remoteId)?.link).toBe("https://noorderwol.nl/shawl");
  });

  test.each([
    ["one picture", [red], 1],
    ["a carousel", [red, blue, red, blue, red], 5],
  ])("%s arrives from an installation that nobody can reach", async (_name, images, pictures) => {
    const { connector, session } = await connected(pinterest.server);
    const hidden = { ...session, sharedImage: async () => undefined };
    const { remoteId } = await publishPart(connector, hidden, { images });
    expect(pinOf(pinterest.server.world, remoteId)).toMatchObject({ pictures });
  });

  test("five long descriptions share the one that a pin has", async () => {
    const { connector, session } = await connected(pinterest.server);
    const images = Array.from({ length: 5 }, () => ({ mediaId: "red", alt: "🧶".repeat(400) }));
    const { remoteId } = await publishPart(connector, session, { images });
    const alt = pinOf(pinterest.server.world, remoteId)?.alt ?? "";
    expect(alt.split("\n")).toHaveLength(5);
    expect(Array.from(alt).length).toBeLessThanOrEqual(500);
  });

  test.each([
    ["no board", { options: {}, images: [red] }, /board/],
    ["no picture", { options: { board: "1" }, images: [] }, /picture/],
  ])("without what it needs is not sent: %s", async (_name, part, words) => {
    const { bare, session } = await connected(pinterest.server);
    expect(await bare.prepare(session, partOf(part))).toMatchObject({
      kind: "refused",
      detail: expect.stringMatching(words),
    });
  });

  test("on a board of somebody else is refused, and nothing is pinned", async () => {
    const { connector, session } = await connected(pinterest.server);
    const { server } = pinterest;
    const other = addBoard(server.world, server.join("other"), "Theirs");
    const request = await prepare(connector, session, partOf({ options: { board: other.id } }));
    const before = server.world.pins.length;
    expect(await connector.publish(session, request)).toMatchObject({ kind: "refused" });
    expect(server.world.pins).toHaveLength(before);
  });

  test("whose picture cannot be fetched is refused as such", async () => {
    const { connector, session } = await connected(pinterest.server);
    const away = { ...session, sharedImage: async () => "http://127.0.0.1:1/away.jpg" };
    const request = await prepare(connector, away, partOf({}));
    expect(await connector.publish(session, request)).toMatchObject({
      kind: "refused",
      code: "image-unreadable",
    });
  });
});

describe("boards", () => {
  test("are all offered, over several pages; those for advertisements are not", async () => {
    const { connector, session, brand, board } = await connected(pinterest.server);
    for (let n = 0; n < 1_300; n += 1) addBoard(pinterest.server.world, brand, `Board ${n}`);
    addBoard(pinterest.server.world, brand, "Advertisements", { isForAds: true });
    const told = await connector.optionChoices?.(session, "board");
    if (told?.kind !== "choices") throw new Error(told?.kind);
    expect(told.choices).toHaveLength(1_301);
    expect(told.hasMore).toBe(false);
    expect(told.choices[0]).toEqual({ value: board.id, label: "Shawls" });
  });
});

describe("an app in trial", () => {
  test("is told so, by its own reason and in Pinterest's words", async () => {
    const { connector, session } = await connected(pinterest.server);
    pinterest.server.settings.isTrial = true;
    const request = await prepare(connector, session, partOf({}));
    expect(await connector.publish(session, request)).toMatchObject({
      kind: "refused",
      code: "app-in-trial",
      detail: expect.stringContaining("(29)"),
    });
  });
});

describe("answers", () => {
  test("over the limit: as long as Pinterest says, counted from now", async () => {
    const { connector, session } = await connected(pinterest.server);
    const request = await prepare(connector, session, partOf({}));
    pinterest.server.faults.next("make-pin", "too-many");
    expect(await connector.publish(session, request)).toMatchObject({
      kind: "later",
      retryAt: new Date(pinterest.now.getTime() + 420_000),
    });
    const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "60" };
    pinterest.server.settings.headers = headers;
    expect(await connector.publish(session, request)).toMatchObject({
      kind: "published",
      restUntil: new Date(pinterest.now.getTime() + 60_000),
    });
  });

  test("a proxy's page, or a refusal without Pinterest's words, settles nothing", async () => {
    const { connector, session } = await connected(pinterest.server);
    const request = await prepare(connector, session, partOf({}));
    pinterest.server.faults.next("make-pin", "error-before", { status: 403, body: { no: "code" } });
    expect(await connector.publish(session, request)).toMatchObject({ kind: "unknown" });
    expect(await connector.publish(session, request)).toMatchObject({ kind: "unknown" });
  });

  test("two pins of the same words are told apart by what belongs to others", async () => {
    const { connector, session } = await connected(pinterest.server);
    const first = await publishPart(connector, session, { text: "Twice" });
    const request = await prepare(connector, session, partOf({ text: "Twice" }));
    const second = await publish(connector, session, request);
    const taken = new Set([first.remoteId]);
    const asked = { firstIntentAt: pinterest.now, bound: async () => taken };
    expect(await connector.reconcile(session, request, asked)).toMatchObject({
      kind: "published",
      remoteId: second.remoteId,
    });
  });

  test("the same words on another board, or with another link, are another pin", async () => {
    const { connector, session, brand, board } = await connected(pinterest.server);
    const other = addBoard(pinterest.server.world, brand, "Hats");
    const link = "https://noorderwol.nl/a";
    await publishPart(connector, session, { text: "Same", options: { board: other.id, link } });
    await publishPart(connector, session, { text: "Same", options: { link: `${link}/b` } });
    const part = partOf({ text: "Same", options: { board: board.id, link } });
    const request = await prepare(connector, session, part);
    expect(await connector.reconcile(session, request, askedSince(pinterest.now))).toMatchObject({
      kind: "absent",
      candidates: [expect.anything(), expect.anything()],
    });
  });

  test("what somebody changed on Pinterest is not written over", async () => {
    const { connector, session } = await connected(pinterest.server);
    const published = await publishPart(connector, session, { text: "Ours" });
    const pin = pinOf(pinterest.server.world, published.remoteId);
    if (pin) pin.description = "Theirs";
    expect(await connector.edit?.(session, published, partOf({ text: "New" }), ["Ours"])).toEqual({
      kind: "changed-there",
      text: "Theirs",
    });
  });
});

test.runIf(isSpecified("pinterest"))("the specification finds what is wrong", async () => {
  const specification = await readSpecification("pinterest");
  const asked = { method: "POST", path: "/pins", headers: { "content-type": "application/json" } };
  const picture = { source_type: "image_url", url: "https://noorderwol.nl/a.jpg" };
  const complaints = (over: object) =>
    specification?.complaintsAbout({ ...asked, body: { media_source: picture, ...over } }).join();
  expect(complaints({ board_id: "1" })).toBe("");
  expect(complaints({ title: "x".repeat(101) })).toMatch(/title must NOT have more than 100/);
  expect(complaints({ media_source: { source_type: "none" } })).toMatch(/media_source/);
  const answer = specification?.complaintsAboutAnswer({ ...asked, body: {} }, 201, {
    title: "No id",
  });
  expect(answer?.join()).toMatch(/id/);
});
