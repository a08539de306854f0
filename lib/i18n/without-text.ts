import type { AbstractIntlMessages } from "use-intl/core";

/** What stands in the place of a text that is missing or cannot be filled in: a sentence, never the key. */
export function withoutText({ common }: AbstractIntlMessages): string {
  const text = typeof common === "object" ? common["withoutText"] : undefined;
  return typeof text === "string" ? text : "";
}
