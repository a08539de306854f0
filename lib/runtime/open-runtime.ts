import { uuidv7 } from "uuidv7";

import { openSendJournal } from "../backup/open-send-journal.ts";
import { openStore } from "../db/open.ts";
import { createHttpClient } from "../http/client.ts";
import { withStandIns } from "../http/stand-in.ts";
import { systemClock } from "../kernel/clock.ts";
import type { Runtime } from "../kernel/context.ts";
import { openMail } from "../mail/open-mail.ts";
import { createSecrets } from "../secrets/secrets.ts";
import { readEnvironment, type Environment } from "./environment.ts";
import { openLog } from "./open-log.ts";
import { ensureDataDirectory, masterSecret } from "./secret-file.ts";

/** Puts the product together. The database must have been migrated. */
export async function openRuntime(env: Environment): Promise<Runtime> {
  ensureDataDirectory(env.dataDir);
  const secrets = createSecrets(masterSecret(env.secret, env.dataDir));
  const store = await openStore(env.databaseUrl);
  return {
    ...store,
    clock: systemClock,
    newId: uuidv7,
    http: withStandIns(createHttpClient(privateHostsOf(env)), env.standIns),
    secrets,
    log: openLog(),
    sendJournal: openSendJournal(env.dataDir),
    mail: openMail(env),
  };
}

/** A server that stands in for X on this machine may be reached, as the operator says by naming it. */
function privateHostsOf({ allowPrivateHosts, xServer }: Environment): string | undefined {
  const server = xServer && URL.parse(xServer)?.host;
  return [allowPrivateHosts, server].filter(Boolean).join(",") || undefined;
}

const place = Symbol.for("shoutloop.runtime");
const here: { [place]?: Promise<Runtime> } & object = globalThis;

/** What this process runs on, opened at the first call; shared by the worker and the web bundle, which has a copy of this module. */
export function currentRuntime(): Promise<Runtime> {
  here[place] ??= openRuntime(readEnvironment(process.env));
  return here[place];
}
