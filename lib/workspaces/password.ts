import { hash, verify } from "@node-rs/argon2";

/** OWASP's floor for argon2id (the package's default algorithm): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(plain: string): Promise<string> {
  return hash(plain.normalize("NFC"), cost);
}

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
  for (const form of forms) isRight ||= await verify(known, form);
  return isRight && passwordHash !== null;
}
