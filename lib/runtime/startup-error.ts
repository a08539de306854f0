import { BackupRefused } from "../backup/backup.ts";
import { translatorFor, type Translate } from "../i18n/translator.ts";
import { WrongSetting } from "./environment.ts";
import { terminalLocale } from "./terminal-locale.ts";

const known: Record<string, string> = {
  EADDRINUSE: "port-in-use",
  EACCES: "not-allowed",
  EPERM: "not-allowed",
  EROFS: "not-allowed",
  ENOSPC: "disk-full",
  EADDRNOTAVAIL: "no-such-host",
  ENOTFOUND: "no-database",
  ECONNREFUSED: "no-database",
  "28P01": "database-refuses",
  "3D000": "database-refuses",
  "28000": "database-refuses",
  "another-worker": "other-worker",
  SQLITE_CANTOPEN: "not-allowed",
  SQLITE_READONLY: "not-allowed",
  SQLITE_NOTADB: "damaged-database",
  SQLITE_CORRUPT: "damaged-database",
  SQLITE_FULL: "disk-full",
  "newer-database": "newer-database",
};

/**
 * Returns a sentence that says why the start failed and what to do. An unknown error is quoted in the message
 * `otherwise`.
 */
export function startupErrorMessage(
  error: unknown,
  otherwise = "start.failures.unexpected",
  translate: Translate = translatorFor(terminalLocale()),
): string {
  if (error instanceof WrongSetting)
    return translate(`start.settings.${error.problem}`, {
      variable: error.variable,
      value: error.value,
    });
  if (error instanceof BackupRefused)
    return translate(`cli.backup.failures.${error.code}`, error.detail);
  const { code, message, port, address } = plain(error);
  const key = known[code];
  return translate(key ? `start.failures.${key}` : otherwise, { message, port, address });
}

interface Plain {
  readonly code: string;
  readonly message: string;
  readonly port: string;
  readonly address: string;
}

function plain(error: unknown): Plain {
  const first: unknown = error instanceof AggregateError ? (error.errors[0] ?? error) : error;
  const cause = first instanceof Error && first.cause instanceof Error ? first.cause : first;
  return {
    code: field(cause, "code"),
    message: cause instanceof Error ? cause.message : String(cause),
    port: field(cause, "port"),
    address: field(cause, "address"),
  };
}

function field(error: unknown, name: string): string {
  if (typeof error !== "object" || error === null || !(name in error)) return "";
  const value: unknown = Reflect.get(error, name);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
