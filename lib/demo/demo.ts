import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

// The sample always has its own database. These variables must be removed before the environment is read.
delete process.env["DATABASE_URL"];
delete process.env["SHOUTLOOP_SECRET"];
// The sample's people do not exist, so no mail may be sent to them.
delete process.env["SMTP_URL"];
delete process.env["MAIL_FROM"];
// The sample's images must not be copied to a bucket.
delete process.env["MEDIA_BUCKET"];
process.env["DATA_DIR"] = join(process.env["DATA_DIR"] ?? "data", "demo");

const { readEnvironment } = await import("../runtime/environment.ts");
const { showProgress, printSignIn } = await import("./announce-sample.ts");
const { startupErrorMessage } = await import("../runtime/startup-error.ts");

try {
  const env = readEnvironment(process.env);
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  if (!existsSync(env.databaseUrl) || process.argv.includes("--fresh")) {
    const { buildSample } = await import("./build-sample.ts");
    await buildSample(env, showProgress());
  }
  printSignIn(env);
} catch (error) {
  process.stderr.write(`${startupErrorMessage(error)}\n`);
  process.exit(1);
}
await import("../runtime/start.ts");
