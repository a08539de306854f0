import type { Installation } from "../kernel/context.ts";
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
export async function sendLetters(installation: Installation): Promise<number> {
  const { mail, clock, db } = installation;
  if (!mail) return 0;
  let sent = 0;
  for (const userId of await listWaiting(db, clock.now()))
    if (await sendLetter(installation, mail, userId)) sent += 1;
  return sent;
}

async function sendLetter(
  installation: Installation,
  mail: Mail,
  userId: string,
): Promise<boolean> {
  const all = await claim(installation, userId);
  const workspaceIds = await listWorkspaceIdsOf(installation.db, userId);
  const claimed = all.filter(({ workspaceId }) => workspaceIds.includes(workspaceId));
  const ids = claimed.map(({ id }) => id);
  const [first] = claimed;
  const addressee = await findAddressee(installation.db, userId);
  const others = all.filter((one) => !claimed.includes(one)).map(({ id }) => id);
  if (others.length > 0) await giveUp(installation, others);
  if (!first) return false;
  if (!addressee?.wantsMail) return giveUp(installation, ids);
  const subjects = await listByIds(installation.db, ids);
  const names = await listNames(
    installation.db,
    claimed.map(({ workspaceId }) => workspaceId),
  );
  try {
    const letter = letterOf(subjects, { addressee, names, publicUrl: mail.publicUrl });
    await mail.send({ ...letter, id: first.id, to: addressee.email });
  } catch (error) {
    await tryAgain(installation, claimed, error);
    return false;
  }
  await installation.transact((tx) => markMailed(tx, ids, installation.clock.now()));
  return true;
}

/** What came after the first is in the same letter, so that a burst is one. */
async function claim(installation: Installation, userId: string): Promise<Notification[]> {
  const now = installation.clock.now().getTime();
  return installation.transact((tx) =>
    claimLetter(tx, userId, {
      until: new Date(now + collectMs),
      againAt: new Date(now + leaseMs),
    }),
  );
}

/** 1, 2, 4 … minutes, at most four hours. */
async function tryAgain(
  installation: Installation,
  claimed: readonly Notification[],
  error: unknown,
): Promise<void> {
  const attempts = Math.max(...claimed.map(({ mailAttempts }) => mailAttempts));
  const ids = claimed.map(({ id }) => id);
  installation.log.warn(
    { error, attempts: attempts + 1 },
    "The mail server did not take a letter.",
  );
  if (attempts + 1 >= mostAttempts) return void (await giveUp(installation, ids));
  const wait = Math.min(60_000 * 2 ** attempts, 4 * 60 * 60_000);
  const again = new Date(installation.clock.now().getTime() + wait);
  await installation.transact((tx) => postpone(tx, ids, again));
}

async function giveUp(installation: Installation, ids: readonly string[]): Promise<false> {
  await installation.transact((tx) => postpone(tx, ids, null));
  return false;
}
