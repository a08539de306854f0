import { expect, test } from "vitest";

import { textWithoutCodes } from "#lib/networks/mastodon/emoji-codes";
import { personOf } from "#lib/networks/mastodon/person";

test.each([
  [":verified: Anna :wol:", "Anna"],
  ["Anna:heart:", "Anna"],
  ["Anna :blobcat::wol: de Boer", "Anna de Boer"],
  ["Open 9:30 tot 17:30:", "Open 9:30 tot 17:30:"],
  [":verified:", "anna"],
  ["Anna :blob-cat: :wol@other.example:", "Anna"],
  ["\u200b:verified:\u200b Anna", "Anna"],
  ["Re: Anna: hoi", "Re: Anna: hoi"],
  ["Los 12:30:45 :)", "Los 12:30:45 :)"],
])("a display name %j is %j", (display_name, expected) => {
  const account = { id: "1", username: "anna", acct: "anna", url: null, avatar: null };
  expect(personOf({ ...account, display_name }, "wool.example").displayName).toBe(expected);
});

test("what the server names as a picture is none of a name or a text, whatever it is called", () => {
  const emojis = [{ shortcode: "A" }, { shortcode: "10" }, { shortcode: "wol" }];
  const account = { id: "1", username: "anna", acct: "anna", url: null, avatar: null, emojis };
  const named = { ...account, display_name: ":A: Anna :10:" };
  expect(personOf(named, "wool.example").displayName).toBe("Anna");
  const text = "Mooi :wol: :wol:\n:10: om 9:10:30, zie :later:";
  expect(textWithoutCodes(text, { emojis })).toBe("Mooi\nom 9:10:30, zie :later:");
  expect(textWithoutCodes(text, {})).toBe(text);
});
