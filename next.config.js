import createNextIntlPlugin from "next-intl/plugin";

const withTexts = createNextIntlPlugin("./app/_i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  // Loaded by Node itself and not bundled, so that the worker and the pages share one copy.
  serverExternalPackages: [
    "@node-rs/argon2",
    "better-sqlite3",
    "drizzle-orm",
    "pg",
    "pino",
    "sharp",
    "undici",
  ],
  // `npm test` checks types.
  typescript: { ignoreBuildErrors: true },
  experimental: { useTypeScriptCli: true },
  poweredByHeader: false,
  devIndicators: false,
  images: { unoptimized: true },
};

export default withTexts(config);
