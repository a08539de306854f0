import { hash, verify } from "@node-rs/argon2";

import { semaphore } from "../kernel/semaphore.ts";

/** OWASP's floor for argon2id (the package's default algorithm): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(plain: string): Promise<string> {
  return inTurn(() => hash(plain.normalize("NFC"), cost));
}

/** Each takes 19 MiB and a processor: however many sign in at once, the rest of the product goes on. */
const inTurn = semaphore(2);

let decoy: Promise<string> | undefined;

/**
 * Takes the same time for an unknown user (`passwordHash` null) as for a wrong password. An ë may be typed
 * as one sign or as two; hashes of before there was one form are of either.
 */
export async function isPassword(plain: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const known = passwordHash ?? (await decoy);
  const forms = new Set([plain.normalize("NFC"), plain.normalize("NFD"), plain]);
  let isRight = false;
  for (const form of forms) isRight ||= await inTurn(() => verify(known, form));
  return isRight && passwordHash !== null;
}
