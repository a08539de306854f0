import type { AbstractIntlMessages } from "use-intl/core";

/** Returns the sentence that replaces a missing or unformattable text, so that no key is shown. */
export function withoutText({ common }: AbstractIntlMessages): string {
  const text = typeof common === "object" ? common["withoutText"] : undefined;
  return typeof text === "string" ? text : "";
}
