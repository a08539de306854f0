import { expect, test } from "vitest";

import { askedSince, partOf, prepare, publish } from "../network-under-test.ts";
import { oneServer } from "./one-server.ts";
import { connected } from "./under-test.ts";
import { addBoard } from "./world.ts";

const pinterest = oneServer();
const red = { mediaId: "red", alt: "" };

test("a pin on a protected board is found there", async () => {
  const { connector, session, brand } = await connected(pinterest.server);
  const board = addBoard(pinterest.server.world, brand, "Secret wool", { isProtected: true });
  const part = partOf({ text: "Warm", options: { board: board.id } });
  const request = await prepare(connector, session, part);
  const { remoteId } = await publish(connector, session, request);
  const asked = askedSince(pinterest.now);
  const known = { kind: "published", remoteId };
  expect(await connector.reconcile(session, request, asked)).toMatchObject(known);
  expect(await connector.search?.(session, part, asked)).toMatchObject(known);
});

test("a pin without words is left to a person, and so is one of fewer pictures than were sent", async () => {
  const { connector, session } = await connected(pinterest.server);
  const asked = askedSince(pinterest.now);
  const bare = partOf({ text: "", images: [red] });
  const request = await prepare(connector, session, bare);
  const { remoteId } = await publish(connector, session, request);
  const open = { kind: "not-shown", candidates: [{ remoteId }] };
  expect(await connector.reconcile(session, request, asked)).toMatchObject(open);
  expect(await connector.search?.(session, bare, asked)).toMatchObject(open);

  const single = partOf({ text: "Warm", images: [red] });
  const one = await publish(connector, session, await prepare(connector, session, single));
  const several = { ...single, images: [red, red] };
  expect(await connector.search?.(session, several, asked)).toMatchObject({
    kind: "not-shown",
    candidates: [{ remoteId: one.remoteId }, expect.anything()],
  });
  expect(await connector.search?.(session, single, asked)).toMatchObject({
    kind: "published",
    remoteId: one.remoteId,
  });
});
