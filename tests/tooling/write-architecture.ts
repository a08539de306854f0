import { readFileSync, writeFileSync } from "node:fs";

import { withDrawings } from "./architecture-page.ts";

/** `node tests/tooling/write-architecture.ts`: brings docs/architecture.md up to date with the code. */
const page = "docs/architecture.md";
writeFileSync(page, withDrawings(readFileSync(page, "utf8")));
