import { globSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

/** A sentence that is kept stays in the language of when it was made; `useRefusal` makes it when it is shown. */
test("in the browser refusals are put into words in one place", () => {
  const elsewhere = globSync("app/**/*.{ts,tsx}").filter((file) => {
    const source = readFileSync(file, "utf8");
    return /useTranslations\("refusals"\)|`refusals\.\$\{/.test(source);
  });
  // What is wrong with a draft is found anew whenever it is shown.
  const kept = elsewhere.filter((file) => !file.startsWith("app/_components/composer/"));
  // On a page of the server, which is made anew.
  expect(kept).toEqual(["app/[workspace]/accounts/returned.tsx"]);
});
