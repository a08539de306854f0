import type { Runtime } from "../kernel/context.ts";
import type { Mail } from "../kernel/ports.ts";
import { letterOf } from "./letter.ts";
import {
  claimLetter,
  findAddressee,
  listNames,
  listWaiting,
  listWorkspaceIdsOf,
  markMailed,
  postpone,
} from "./letters-repository.ts";
import type { Notification } from "./notification.ts";
import { collectMs } from "./notify.ts";
import { listByIds } from "./repository.ts";

const leaseMs = 5 * 60_000;
const mostAttempts = 12;

/**
 * One letter a person about everything that waits for them. What the mail server did not take is
 * tried again, ever less often, for about a day; nothing else waits for it. Says how many left.
 */
export async function sendLetters(runtime: Runtime): Promise<number> {
  const { mail, clock, db } = runtime;
  if (!mail) return 0;
  let sent = 0;
  for (const userId of await listWaiting(db, clock.now()))
    if (await sendLetter(runtime, mail, userId)) sent += 1;
  return sent;
}

async function sendLetter(runtime: Runtime, mail: Mail, userId: string): Promise<boolean> {
  const all = await claim(runtime, userId);
  const workspaceIds = await listWorkspaceIdsOf(runtime.db, userId);
  const claimed = all.filter(({ workspaceId }) => workspaceIds.includes(workspaceId));
  const ids = claimed.map(({ id }) => id);
  const [first] = claimed;
  const addressee = await findAddressee(runtime.db, userId);
  const others = all.filter((one) => !claimed.includes(one)).map(({ id }) => id);
  if (others.length > 0) await giveUp(runtime, others);
  if (!first) return false;
  if (!addressee?.wantsMail) return giveUp(runtime, ids);
  const subjects = await listByIds(runtime.db, ids);
  const names = await listNames(
    runtime.db,
    claimed.map(({ workspaceId }) => workspaceId),
  );
  try {
    const letter = letterOf(subjects, { addressee, names, publicUrl: mail.publicUrl });
    await mail.send({ ...letter, id: first.id, to: addressee.email });
  } catch (error) {
    await tryAgain(runtime, claimed, error);
    return false;
  }
  await runtime.transact((tx) => markMailed(tx, ids, runtime.clock.now()));
  return true;
}

/** What came after the first is in the same letter, so that a burst is one. */
async function claim(runtime: Runtime, userId: string): Promise<Notification[]> {
  const now = runtime.clock.now().getTime();
  return runtime.transact((tx) =>
    claimLetter(tx, userId, {
      until: new Date(now + collectMs),
      againAt: new Date(now + leaseMs),
    }),
  );
}

/** 1, 2, 4 … minutes, at most four hours. */
async function tryAgain(
  runtime: Runtime,
  claimed: readonly Notification[],
  error: unknown,
): Promise<void> {
  const attempts = Math.max(...claimed.map(({ mailAttempts }) => mailAttempts));
  const ids = claimed.map(({ id }) => id);
  runtime.log.warn({ error, attempts: attempts + 1 }, "The mail server did not take a letter.");
  if (attempts + 1 >= mostAttempts) return void (await giveUp(runtime, ids));
  const wait = Math.min(60_000 * 2 ** attempts, 4 * 60 * 60_000);
  const again = new Date(runtime.clock.now().getTime() + wait);
  await runtime.transact((tx) => postpone(tx, ids, again));
}

async function giveUp(runtime: Runtime, ids: readonly string[]): Promise<false> {
  await runtime.transact((tx) => postpone(tx, ids, null));
  return false;
}
