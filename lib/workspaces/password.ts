import { hash, verify } from "@node-rs/argon2";

import { semaphore } from "../kernel/semaphore.ts";

/** OWASP's minimum for argon2id (the package's default algorithm): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(plain: string): Promise<string> {
  return inTurn(() => hash(plain.normalize("NFC"), cost));
}

/**
 * Limits simultaneous hashes, each of which takes 19 MiB and a processor, so that many sign-ins do not block
 * the product.
 */
const inTurn = semaphore(2);

let decoy: Promise<string> | undefined;

/**
 * Verifies a password. Takes as long for an unknown user (`passwordHash` null) as for a wrong password. Tries
 * the composed and decomposed Unicode forms, because older hashes may be of either.
 */
export async function isPassword(plain: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const known = passwordHash ?? (await decoy);
  const forms = new Set([plain.normalize("NFC"), plain.normalize("NFD"), plain]);
  let isRight = false;
  for (const form of forms) isRight ||= await inTurn(() => verify(known, form));
  return isRight && passwordHash !== null;
}
