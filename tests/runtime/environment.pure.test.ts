import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { readEnvironment } from "#lib/runtime/environment";
import { masterSecret } from "#lib/runtime/secret-file";
import { startupErrorMessage } from "#lib/runtime/startup-error";

test("needs nothing: a file in ./data, port 3000 of this machine", () => {
  expect(readEnvironment({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    databaseUrl: join(process.cwd(), "data", "shoutloop.db"),
    publicUrl: "http://localhost:3000",
    isPublicUrlGiven: false,
    openId: undefined,
  });
});

test("an empty setting counts as none", () => {
  expect(readEnvironment({ PORT: "", PUBLIC_URL: " ", OIDC_ISSUER: "" }).port).toBe(3000);
});

describe("a wrong setting is refused by name", () => {
  test.each([
    [{ PORT: "abc" }, "PORT", "bad-port"],
    [{ PORT: "0" }, "PORT", "bad-port"],
    [{ PORT: "65536" }, "PORT", "bad-port"],
    [{ HOST: "http://x" }, "HOST", "bad-host"],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL", "bad-database"],
    [{ PUBLIC_URL: "example.org" }, "PUBLIC_URL", "bad-address"],
    [{ PUBLIC_URL: "https://example.org/shoutloop" }, "PUBLIC_URL", "sub-path"],
    [{ SHOUTLOOP_SECRET: "short" }, "SHOUTLOOP_SECRET", "short-secret"],
    [{ ALLOW_PRIVATE_HOSTS: "https://x" }, "ALLOW_PRIVATE_HOSTS", "bad-host-list"],
    [{ STAND_INS: "https://a.example" }, "STAND_INS", "bad-stand-ins"],
    [{ X_SERVER: "https://x.example" }, "X_SERVER", "bad-x-server"],
    [{ X_PRICES: '{"lnk":1}' }, "X_PRICES", "bad-x-prices"],
    [{ X_READING_PER_DAY: "lots" }, "X_READING_PER_DAY", "bad-amount"],
    [{ OIDC_ISSUER: "https://id.example" }, "OIDC_ISSUER", "incomplete-open-id"],
    [{ SMTP_URL: "mail.example.org" }, "SMTP_URL", "bad-mail-server"],
    [{ SMTP_URL: "smtp://" }, "SMTP_URL", "bad-mail-server"],
    [{ MEDIA_BUCKET: "https://s3.example.org/pictures" }, "MEDIA_BUCKET", "bad-bucket"],
    [{ MEDIA_BUCKET: "https://k:a/b@s3.example.org/p" }, "MEDIA_BUCKET", "bad-signs"],
    [{ SMTP_URL: "smtp://mail.example.org" }, "MAIL_FROM", "incomplete-mail"],
    [{ MAIL_FROM: "posts@example.org" }, "SMTP_URL", "incomplete-mail"],
    [{ SMTP_URL: "smtp://mail.example.org", MAIL_FROM: "posts" }, "MAIL_FROM", "bad-mail-from"],
  ])("%j", (variables, variable, problem) => {
    expect(() => readEnvironment(variables)).toThrowError(
      expect.objectContaining({ variable, problem }),
    );
  });
});

test("complains in a sentence and never repeats a password", () => {
  const error = Object.assign(new Error("password authentication failed"), { code: "28P01" });
  expect(startupErrorMessage(error)).toMatch(/^The database refuses us .* DATABASE_URL\.$/);
  const busy = Object.assign(new Error("listen"), { code: "EADDRINUSE", port: 3000 });
  expect(startupErrorMessage(busy)).toContain("Port 3000 is already in use");
});

describe("the installation's key", () => {
  test("is made once, for its owner's eyes only", () => {
    const folder = mkdtempSync(join(tmpdir(), "shoutloop-secret-"));
    const first = masterSecret(undefined, folder);
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(masterSecret(undefined, folder)).toBe(first);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "secret"), "utf8").trim()).toBe(first);
  });

  test("comes from the environment where given, and no file is made", () => {
    const folder = mkdtempSync(join(tmpdir(), "shoutloop-secret-"));
    expect(masterSecret("given", folder)).toBe("given");
    expect(existsSync(join(folder, "secret"))).toBe(false);
  });

  test("a damaged file is told, not used", () => {
    const folder = mkdtempSync(join(tmpdir(), "shoutloop-secret-"));
    writeFileSync(join(folder, "secret"), "oops");
    expect(() => masterSecret(undefined, folder)).toThrowError(/damaged/);
  });
});
