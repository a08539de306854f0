import { existsSync, mkdirSync, writeFileSync } from "node:fs";

import createNextIntlPlugin from "next-intl/plugin";

const withTexts = createNextIntlPlugin("./app/_i18n/request.ts");

const distDir = process.env.NEXT_DIST_DIR || ".next";

/** @type {import("next").NextConfig} */
const config = {
  distDir,
  // Loaded by Node itself and not bundled, so that the worker and the pages share one copy.
  serverExternalPackages: [
    "@atproto/oauth-client-node",
    "@node-rs/argon2",
    "better-sqlite3",
    "drizzle-orm",
    "eld",
    "pg",
    "pino",
    "sharp",
    "undici",
  ],
  // `npm test` checks types.
  typescript: { ignoreBuildErrors: true, tsconfigPath: ownTypeScriptSettings() },
  experimental: {
    // A page's code is loaded with its first visit: all of it takes 20 MB, also where nobody looks.
    preloadEntriesOnStart: false,
    useTypeScriptCli: true,
    // A list of touchpoints may be 2 MB.
    serverActions: { bodySizeLimit: "3mb" },
  },
  // Made for this by use-intl; ours adds to theirs.
  turbopack: { resolveAlias: { "use-intl/format-message": "./app/_i18n/format-message.ts" } },
  poweredByHeader: false,
  devIndicators: false,
  images: { unoptimized: true },
};

/** Next writes into the TypeScript settings it finds; it gets a file of its own to write into. */
function ownTypeScriptSettings() {
  const folder = "node_modules/.cache/shoutloop";
  const file = `${folder}/tsconfig${distDir.replaceAll("/", "-")}.json`;
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${JSON.stringify({ compilerOptions: { jsx: "react-jsx" } })}\n`);
  }
  return file;
}

export default withTexts(config);
