import { uuidv7 } from "uuidv7";

import { openSendJournal } from "../backup/open-send-journal.ts";
import { openStore } from "../db/open.ts";
import { isPublicOrigin } from "../http/public-origin.ts";
import { withStandIns } from "../http/stand-in.ts";
import { systemClock } from "../kernel/clock.ts";
import type { Runtime } from "../kernel/context.ts";
import type { Http, Mail, MediaShare } from "../kernel/ports.ts";
import { openBucket } from "../media/bucket.ts";
import { shareByBucket } from "../media/share-by-bucket.ts";
import { shareFrom } from "../media/share-media.ts";
import { networkSettings, openNetworks } from "../networks/registry.ts";
import { fillIdentityKeys } from "../people/fill-identity-keys.ts";
import { fillIndex } from "../search/fill-index.ts";
import { createSecrets } from "../secrets/secrets.ts";
import type { Environment } from "./environment.ts";
import { openLog } from "./open-log.ts";
import { keepPrivate } from "./private-files.ts";
import { masterSecret } from "./secret-file.ts";

/** Creates the runtime of the process. The database must be migrated. */
export async function openRuntime(env: Environment): Promise<Runtime> {
  keepPrivate(env);
  const runtime = await assembleRuntime(env);
  await fillIndex(runtime);
  await fillIdentityKeys(runtime);
  return runtime;
}

/** The same for a further thread of a process that has called `openRuntime`. */
export async function assembleRuntime(env: Environment): Promise<Runtime> {
  const secrets = createSecrets(masterSecret(env.secret, env.dataDir));
  const store = await openStore(env.databaseUrl);
  const clock = systemClock;
  const publicAddress = isPublicOrigin(env.publicUrl) ? env.publicUrl : undefined;
  const http = withStandIns(httpClient(privateHostsOf(env)), env.standIns);
  const runtime: Runtime = {
    ...store,
    clock,
    newId: uuidv7,
    http,
    secrets,
    log: openLog(env.logLevel),
    networks: openNetworks({ settings: env.networks, store }),
    sendJournal: openSendJournal(env.dataDir),
    mail: await openMail(env),
    publicAddress,
  };
  return { ...runtime, mediaShare: mediaShareOf(env, runtime) };
}

/** Who named a bucket has a reason why networks should not, or cannot, fetch from here. */
function mediaShareOf({ bucket }: Environment, runtime: Runtime): MediaShare | undefined {
  if (bucket) return shareByBucket(openBucket(bucket, runtime.http), runtime);
  return runtime.publicAddress ? shareFrom(runtime.publicAddress, runtime) : undefined;
}

/** Loads the HTTP client at the first request, because an installation without accounts does not need it. */
function httpClient(allowPrivateHosts: string | undefined): Http {
  let loading: Promise<Http> | undefined;
  const client = () =>
    (loading ??= import("../http/client.ts").then(({ createHttpClient }) =>
      createHttpClient(allowPrivateHosts),
    ));
  return {
    send: async (url, request) => (await client()).send(url, request),
    stream: async (url, request) => (await client()).stream(url, request),
  };
}

/** Loads the mail client only if a mail server is configured. */
async function openMail(env: Environment): Promise<Mail | undefined> {
  return env.mail && (await import("../mail/open-mail.ts")).openMail(env);
}

/**
 * Allows the private hosts that the operator configured as a network's server, in addition to
 * ALLOW_PRIVATE_HOSTS.
 */
function privateHostsOf({ allowPrivateHosts, networks }: Environment): string | undefined {
  const servers = networkSettings
    .filter(({ isServer }) => isServer)
    .flatMap(({ variable }) => URL.parse(networks[variable] ?? "")?.host ?? []);
  return [allowPrivateHosts, ...servers].filter(Boolean).join(",") || undefined;
}
