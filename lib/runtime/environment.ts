import { resolve } from "node:path";

import { z } from "zod";

import type { MailSettings } from "../mail/open-mail.ts";
import { readBucketPlace, type BucketPlace } from "../media/bucket-place.ts";
import { networkSettings } from "../networks/registry.ts";
import { isProxyList } from "./client-address.ts";
import { hostName } from "./host-name.ts";
import { faultOfAddress } from "./server-address.ts";
import { hasSubPath, isOrigin, isWebAddress, originOf } from "./web-address.ts";

/** The operator's settings, read and checked once per process. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  /** A `postgres://` URL or the name of the SQLite file. */
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** Scheme and host of the public address, without a final slash. */
  readonly publicUrl: string;
  /** False if `publicUrl` is a default and was not set by the operator. */
  readonly isPublicUrlGiven: boolean;
  /** Further host names under which the product is reached, in the form of `hostName`. */
  readonly allowedHosts: readonly string[];
  /** IP addresses and ranges whose `X-Forwarded-For` is trusted; this machine's own always is. */
  readonly trustedProxies: readonly string[];
  readonly secret: string | undefined;
  readonly allowPrivateHosts: string | undefined;
  /** Replacement servers for trying things offline: `https://its.example=http://localhost:1`, … */
  readonly standIns: string | undefined;
  /** Checked values of the settings that the networks' manifests declare, by variable. */
  readonly networks: Readonly<Record<string, string>>;
  readonly openId: OpenIdSettings | undefined;
  /** Number of daily backups to keep; 0: none are made. */
  readonly backupsKept: number;
  readonly mail: MailSettings | undefined;
  /** Bucket from which networks fetch pictures; undefined: they fetch them from here. */
  readonly bucket: BucketPlace | undefined;
  /** Lowest level that is logged. */
  readonly logLevel: string;
}

export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Label of the sign-in button. */
  readonly name: string;
}

/** Thrown for an invalid setting. `variable` is its name, `problem` a message key under `start.settings`. */
export class WrongSetting extends Error {
  override name = "WrongSetting";
  readonly variable: string;
  readonly problem: string;
  readonly value: string;
  constructor(variable: string, problem: string, value = "") {
    super(`${variable}: ${problem}`);
    this.variable = variable;
    this.problem = problem;
    this.value = value;
  }
}

const problems = z.enum([
  "bad-port",
  "bad-host",
  "bad-database",
  "bad-address",
  "sub-path",
  "bad-allowed-hosts",
  "bad-proxies",
  "short-secret",
  "bad-host-list",
  "bad-stand-ins",
  "bad-keep",
  "incomplete-open-id",
  "bad-mail-server",
  "bad-signs",
  "bad-mail-from",
  "incomplete-mail",
  "bad-bucket",
]);
const is = problems.enum;

/**
 * Reads the settings. Throws `WrongSetting` for the first invalid one. An empty variable counts as not set.
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value?.trim() !== ""),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw wrongSetting(parsed.error, given);
  const { PORT, HOST, DATABASE_URL, DATA_DIR, PUBLIC_URL, SHOUTLOOP_SECRET } = parsed.data;
  const dataDir = resolve(DATA_DIR);
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL ?? resolve(dataDir, "shoutloop.db"),
    dataDir,
    publicUrl: originOf(PUBLIC_URL ?? `http://localhost:${PORT}`),
    isPublicUrlGiven: PUBLIC_URL !== undefined,
    allowedHosts: listOf(parsed.data.ALLOWED_HOSTS).flatMap((entry) => hostName(entry) ?? []),
    trustedProxies: listOf(parsed.data.TRUSTED_PROXIES),
    secret: SHOUTLOOP_SECRET,
    allowPrivateHosts: parsed.data.ALLOW_PRIVATE_HOSTS,
    standIns: parsed.data.STAND_INS,
    networks: networksOf(given),
    openId: openIdOf(parsed.data),
    backupsKept: parsed.data.BACKUP_KEEP,
    mail: mailOf(parsed.data),
    bucket: readBucketPlace(parsed.data.MEDIA_BUCKET ?? ""),
    logLevel: parsed.data.LOG_LEVEL,
  };
}

const settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, is["bad-port"])
    .transform(Number)
    .refine((port) => port > 0 && port < 65_536, is["bad-port"])
    .default(3000),
  LOG_LEVEL: z.string().default("warn"),
  HOST: z
    .string()
    .regex(/^[a-z\d.:_-]+$/i, is["bad-host"])
    .default("127.0.0.1"),
  DATABASE_URL: z
    .string()
    .superRefine(isServer(/^postgres(ql)?:/, is["bad-database"]))
    .optional(),
  DATA_DIR: z.string().default("data"),
  PUBLIC_URL: z
    .string()
    .trim()
    .refine((address) => !hasSubPath(address), is["sub-path"])
    .refine((address) => isOrigin(address), is["bad-address"])
    .optional(),
  ALLOWED_HOSTS: z
    .string()
    .refine((list) => listOf(list).every((entry) => hostName(entry)), is["bad-allowed-hosts"])
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .refine((list) => isProxyList(listOf(list)), is["bad-proxies"])
    .optional(),
  SHOUTLOOP_SECRET: z.string().min(32, is["short-secret"]).optional(),
  ALLOW_PRIVATE_HOSTS: z
    .string()
    .regex(/^[^\s,/]+(\s*,\s*[^\s,/]+)*,?$/, is["bad-host-list"])
    .optional(),
  STAND_INS: z
    .string()
    .regex(
      /^https:\/\/[^\s,/=]+=https?:\/\/[^\s,/=]+(\s*,\s*https:\/\/[^\s,/=]+=https?:\/\/[^\s,/=]+)*$/,
      is["bad-stand-ins"],
    )
    .optional(),
  BACKUP_KEEP: z
    .string()
    .regex(/^\d{1,3}$/, is["bad-keep"])
    .transform(Number)
    .default(7),
  OIDC_ISSUER: z
    .string()
    .refine((address) => isWebAddress(address), is["bad-address"])
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default("OpenID"),
  SMTP_URL: z
    .string()
    .superRefine(isServer(/^smtps?:/, is["bad-mail-server"]))
    .optional(),
  MEDIA_BUCKET: z
    .string()
    .superRefine(isServer(/^https?:/, is["bad-bucket"]))
    .refine((address) => readBucketPlace(address) !== undefined, is["bad-bucket"])
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, is["bad-mail-from"])
    .optional(),
});

function networksOf(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { variable, problem, isUsable } of networkSettings) {
    const value = given[variable]?.trim();
    if (value === undefined) continue;
    if (!isUsable(value)) throw new WrongSetting(variable, problem, value);
    found[variable] = value;
  }
  return found;
}

function openIdOf(given: z.infer<typeof settings>): OpenIdSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  if (!issuer && !clientId && !clientSecret) return undefined;
  if (!issuer || !clientId || !clientSecret)
    throw new WrongSetting("OIDC_ISSUER", "incomplete-open-id");
  return { issuer, clientId, clientSecret, name: given.OIDC_NAME };
}

function mailOf(given: z.infer<typeof settings>): MailSettings | undefined {
  const { SMTP_URL: server, MAIL_FROM: from } = given;
  if (!server && !from) return undefined;
  if (!server || !from)
    throw new WrongSetting(server ? "MAIL_FROM" : "SMTP_URL", "incomplete-mail");
  return { server, from };
}

function wrongSetting(
  error: z.ZodError,
  given: Readonly<Record<string, string | undefined>>,
): Error {
  const issue = error.issues[0];
  const problem = problems.safeParse(issue?.message);
  if (!issue || !problem.success) return error;
  const variable = String(issue.path[0]);
  return new WrongSetting(variable, problem.data, given[variable]);
}

/** Checks a URL that contains a user and a password. */
function isServer(protocol: RegExp, otherwise: string) {
  return (address: string, check: z.RefinementCtx): void => {
    const fault = faultOfAddress(address, protocol);
    if (fault)
      check.addIssue({
        code: "custom",
        message: fault === "bad-signs" ? is["bad-signs"] : otherwise,
      });
  };
}

function listOf(text = ""): string[] {
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
}
