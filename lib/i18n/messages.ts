import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { AbstractIntlMessages } from "use-intl/core";

import type { Locale } from "./locale.ts";

const loaded = new Map<Locale, AbstractIntlMessages>();

/**
 * Returns all texts of a language: one JSON file per namespace under `messages/<locale>`, keyed by file name.
 */
export function messagesOf(locale: Locale): AbstractIntlMessages {
  const known = loaded.get(locale);
  if (known) return known;
  const folder = join(process.cwd(), "lib", "i18n", "messages", locale);
  const messages = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .map((file) => [
        file.slice(0, -".json".length),
        JSON.parse(readFileSync(join(folder, file), "utf8")),
      ]),
  );
  if (process.env.NODE_ENV === "production") loaded.set(locale, messages);
  return messages;
}
