import { expect, test } from "vitest";

import { webhooks as facebook } from "#lib/networks/facebook/webhooks";
import { webhooks as instagram } from "#lib/networks/instagram/webhooks";
import { webhooks as threads } from "#lib/networks/threads/webhooks";

const comment = { id: "17900", from: { id: "5", username: "anna" }, text: "Lovely" };
const reply = {
  app_id: "123456",
  topic: "moderate",
  target_id: "78901",
  time: 1_723_226_877,
  values: {
    value: { id: "8901234", root_post: { id: "1", owner_id: "123456" } },
    field: "replies",
  },
};
const change = (field: unknown) => ({ id: "7", time: 1, changes: [{ field, value: comment }] });

test.each([
  ["changes", instagram, [change("comments")], ["7"], 0],
  ["a field in the entry", instagram, [{ id: "7", field: "mentions", value: {} }], ["7"], 0],
  ["direct messages", instagram, [{ id: "7", messaging: [{}] }], [], 1],
  ["several entries, one twice", instagram, [change("comments"), change("comments")], ["7"], 0],
  ["a field that is new", instagram, [change("polls")], [], 1],
  ["an id that is a number", instagram, [{ ...change("comments"), id: 7 }], [], 1],
  ["a field that is none", instagram, [change(7)], [], 1],
  ["an entry that is none", instagram, [null, "7", 7, []], [], 4],
  ["an empty entry", instagram, [{}], [], 1],
  ["no entry", instagram, [], [], 0],
])("Instagram: %s", (_name, { read }, entry, about, ignored) => {
  const news = read({ object: "instagram", entry });
  expect([...(news?.about ?? [])]).toEqual(about);
  expect(news?.ignored).toBe(ignored);
});

test("Threads sends events without an object, one or several", () => {
  const { values } = reply;
  const about = (body: unknown) => [...(threads.read(body)?.about ?? ["none"])];
  expect(about(reply)).toEqual(["78901", "123456"]);
  expect(about({ ...reply, values: [values, { field: "mentions" }] })).toEqual(["78901", "123456"]);
  expect(threads.read({ ...reply, values: { field: "delete" } })).toMatchObject({ ignored: 1 });
  expect(threads.read({ ...reply, values: [null] })).toMatchObject({ ignored: 1 });
});

test("a message is read by the network that it is of, and by no other", () => {
  const bodies = [
    { object: "page", entry: [change("feed")] },
    { object: "instagram", entry: [change("comments")] },
    reply,
    { object: "user", entry: [] },
    { object: "page", entry: "feed" },
    { object: "page" },
    [],
    null,
    "page",
  ];
  const readers = bodies.map((body) =>
    [facebook, instagram, threads].map(({ read }) => (read(body) ? 1 : 0)).join(""),
  );
  expect(readers).toEqual(["100", "010", "001", "000", "000", "000", "000", "000", "000"]);
});
