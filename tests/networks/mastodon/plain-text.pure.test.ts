import { expect, test } from "vitest";

import { plainText } from "#lib/networks/mastodon/plain-text";
import { isSameText } from "#lib/networks/mastodon/same-text";

import { html } from "./rendering.ts";
import { World } from "./world.ts";

test.each([
  ["paragraphs and lines", "<p>One<br>two<br />three</p><p>Four</p>", "One\ntwo\nthree\n\nFour"],
  [
    "a link in full, whose scheme and tail a server hides",
    '<p>See <a href="https://wool.example/a/very/long/path?x=1&amp;y=2" rel="nofollow"><span class="invisible">https://</span><span class="ellipsis">wool.example/a/very/long</span><span class="invisible">/path?x=1&amp;y=2</span></a>.</p>',
    "See https://wool.example/a/very/long/path?x=1&y=2.",
  ],
  [
    "people and tags by their names",
    '<p><span class="h-card"><a href="https://wool.example/@anna" class="u-url mention">@<span>anna</span></a></span> loves <a href="https://wool.example/tags/wool" class="mention hashtag" rel="tag">#<span>wool</span></a></p>',
    "@anna loves #wool",
  ],
  ["entities", "<p>1 &lt; 2 &amp; &quot;so&quot; it&#39;s</p>", '1 < 2 & "so" it\'s'],
  [
    "what a browser would run",
    "<p>Hi<script>alert(1)</script><img src=x onerror=alert(1)></p>",
    "Hi",
  ],
  ["a link that is none", '<p><a href="javascript:alert(1)">press</a></p>', "press"],
  ["lists of other servers", "<ul><li>wool</li><li>linen</li></ul>", " * wool\n * linen".trim()],
  ["what is no HTML at all", "just words", "just words"],
  ["nothing", "", ""],
])("reads %s", (_name, given, expected) => {
  expect(plainText(given)).toBe(expected);
});

test("what a server makes of a text reads as the text again", () => {
  const world = new World(() => new Date());
  world.domain = "mastodon.test";
  world.origin = "https://mastodon.test";
  world.join("Anna");
  const text =
    "Hello @anna@mastodon.test & all <b>:\n\n#wool at https://wool.example/shawls/the-long-and-winding-one?a=1&b=2\nBye ";
  expect(isSameText(plainText(html(world, text)), text)).toBe(true);
});

test.each([
  ["blanks and ends", " a\u00a0b \n\nc ", "a b c", true],
  ["composed letters", "cafe\u0301", "café", true],
  ["a person elsewhere", "@Anna@wool.example hi", "@anna hi", true],
  ["another person", "@anna hi", "@bram hi", false],
  ["other words", "Hello", "hello", false],
])("tells same texts: %s", (_name, one, other, expected) => {
  expect(isSameText(one, other)).toBe(expected);
});
