import { expect, test } from "vitest";

import { personOf } from "#lib/networks/mastodon/person";

test.each([
  [":verified: Anna :wol:", "Anna"],
  ["Anna:heart:", "Anna"],
  ["Anna :blobcat::wol: de Boer", "Anna de Boer"],
  ["Open 9:30 tot 17:30:", "Open 9:30 tot 17:30:"],
  [":verified:", "anna"],
])("a display name %j is %j", (display_name, expected) => {
  const account = { id: "1", username: "anna", acct: "anna", url: null, avatar: null };
  expect(personOf({ ...account, display_name }, "wool.example").displayName).toBe(expected);
});
