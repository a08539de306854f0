import { uuidv7 } from "uuidv7";

import { openSendJournal } from "../backup/open-send-journal.ts";
import { openStore } from "../db/open.ts";
import { isPublicOrigin } from "../http/public-origin.ts";
import { withStandIns } from "../http/stand-in.ts";
import { systemClock } from "../kernel/clock.ts";
import type { Runtime } from "../kernel/context.ts";
import type { Http, Mail } from "../kernel/ports.ts";
import { shareFrom } from "../media/share-media.ts";
import { networkSettings, openNetworks } from "../networks/registry.ts";
import { fillIdentityKeys } from "../people/fill-identity-keys.ts";
import { fillIndex } from "../search/fill-index.ts";
import { createSecrets } from "../secrets/secrets.ts";
import type { Environment } from "./environment.ts";
import { openLog } from "./open-log.ts";
import { keepPrivate } from "./private-files.ts";
import { masterSecret } from "./secret-file.ts";

/** Puts the product together. The database must have been migrated. */
export async function openRuntime(env: Environment): Promise<Runtime> {
  keepPrivate(env.dataDir);
  const runtime = await assembleRuntime(env);
  await fillIndex(runtime);
  await fillIdentityKeys(runtime);
  return runtime;
}

/** The same for a further thread of a process that has opened it. */
export async function assembleRuntime(env: Environment): Promise<Runtime> {
  const secrets = createSecrets(masterSecret(env.secret, env.dataDir));
  const store = await openStore(env.databaseUrl);
  const clock = systemClock;
  const publicAddress = isPublicOrigin(env.publicUrl) ? env.publicUrl : undefined;
  return {
    ...store,
    clock,
    newId: uuidv7,
    http: withStandIns(httpClient(privateHostsOf(env)), env.standIns),
    secrets,
    log: openLog(env.logLevel),
    networks: openNetworks({ settings: env.networks, store }),
    sendJournal: openSendJournal(env.dataDir),
    mail: await openMail(env),
    publicAddress,
    mediaShare: publicAddress ? shareFrom(publicAddress, { secrets, clock }) : undefined,
  };
}

/** Loaded with the first request: who has no account on a network yet need not hold it. */
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

/** Who named no mail server need not hold what speaks to one. */
async function openMail(env: Environment): Promise<Mail | undefined> {
  return env.mail && (await import("../mail/open-mail.ts")).openMail(env);
}

/** A server on this machine that stands in for a network's own may be reached, as the operator says by naming it. */
function privateHostsOf({ allowPrivateHosts, networks }: Environment): string | undefined {
  const servers = networkSettings
    .filter(({ isServer }) => isServer)
    .flatMap(({ variable }) => URL.parse(networks[variable] ?? "")?.host ?? []);
  return [allowPrivateHosts, ...servers].filter(Boolean).join(",") || undefined;
}
