import { globSync } from "node:fs";

import { findOldWords } from "./vocabulary-scan.ts";
import { oldWords } from "./vocabulary-words.ts";

/** `npm run vocabulary`: fails where a word stands as a name that another word has taken the place of. */
const paths = globSync(["{app,lib,tests}/**/*.{ts,tsx,js}", "lib/i18n/messages/en/*.json"]).filter(
  (path) => !path.includes("node_modules"),
);
const found = findOldWords(paths, oldWords);
for (const { where, name, becomes } of found) console.log(`${where}  ${name}: say ${becomes}`);
if (paths.length < 500) throw new Error(`It saw ${paths.length} files only.`);
console.log(`${paths.length} files, ${found.length} old words`);
process.exit(found.length === 0 ? 0 : 1);
