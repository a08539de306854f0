import { expect, test } from "vitest";

import { publishedAs } from "#lib/networks/mastodon/request";
import { status } from "#lib/networks/mastodon/wire";

test.each([
  ["https://wool.example/@anna/1", "https://wool.example/@anna/1"],
  ["javascript:alert(1)", "https://wool.example/1"],
  [null, "https://wool.example/1"],
])("of %s a link is made to %s", (url, link) => {
  const account = { id: "7", username: "anna", acct: "anna", url: null, avatar: null };
  const answer = {
    id: "1",
    uri: "https://wool.example/1",
    url,
    created_at: "2026-03-01T12:00:00Z",
    content: "<p>Hello</p>",
    account,
    media_attachments: [],
  };
  expect(publishedAs(status.parse(answer)).url).toBe(link);
  expect(publishedAs({ ...status.parse(answer), url: null, uri: "javascript:alert(1)" }).url).toBe(
    "",
  );
});
