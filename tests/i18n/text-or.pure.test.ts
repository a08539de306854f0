import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";

import { messagesOf } from "#lib/i18n/messages";
import { refusalSentence } from "#lib/i18n/refusal-sentence";
import { textOr } from "#lib/i18n/text-or";
import { translatorFor } from "#lib/i18n/translator";
import { withoutText } from "#lib/i18n/without-text";
import { createRegistry } from "#lib/networks/contract/registry";
import { notificationSentence } from "#lib/notifications/notification-sentence";

const key = "nobody-wrote-this";

describe.each([
  ["en", /no text here/, /whoever runs this installation/],
  ["nl", /geen tekst/, /wie deze installatie beheert/],
] as const)("a key without a text is a sentence, never the key (%s)", (locale, says, whatToDo) => {
  const tell = translatorFor(locale);

  test("a refusal", () => {
    const sentence = refusalSentence(tell, locale, { refusal: key });
    expect(sentence).toMatch(says);
    expect(sentence).toMatch(whatToDo);
  });

  test("a network's answer to a new account", () => {
    const detail = { code: key, network: "Mastodon", said: "418" };
    expect(refusalSentence(tell, locale, { refusal: "connect-failed", detail })).toMatch(says);
  });

  test.each(["delivery.reasons", "delivery.byHand"])("%s", (namespace) => {
    const values = { network: "Mastodon", name: "ada" };
    const sentence = textOr(tell, `${namespace}.${key}`, values, `${namespace}.without-text`);
    expect(sentence).toMatch(says);
    expect(sentence).toContain("Mastodon");
    expect(sentence).not.toContain(key);
  });

  test("a kind of notification, in the list and in a letter", () => {
    const notification = { kind: key } as never;
    const account = { network: "mastodon", handle: "ada@wool.example" };
    const subject = { notification, account, delivery: undefined, handler: undefined };
    const sentence = notificationSentence(subject, createRegistry([]), tell);
    expect(sentence).toMatch(says);
    expect(sentence).toContain("@ada@wool.example");
  });

  test("anything else on a page, and a text that is not given what it names", () => {
    const messages = messagesOf(locale);
    const onPage = createTranslator({
      locale,
      messages: messages as Record<string, never>,
      onError: () => {},
      getMessageFallback: () => withoutText(messages),
    }) as unknown as (wanted: string) => string;
    for (const wanted of [`today.${key}`, `${key}.any`, "delivery.reasons.restored"]) {
      expect(onPage(wanted)).toMatch(whatToDo);
      expect(onPage(wanted)).not.toContain(wanted);
    }
  });
});
