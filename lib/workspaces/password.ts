import { hash, verify } from "@node-rs/argon2";

/** OWASP's floor for argon2id (the package's default algorithm): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(plain: string): Promise<string> {
  return hash(plain, cost);
}

let decoy: Promise<string> | undefined;

/** Takes the same time for an unknown user (`passwordHash` null) as for a wrong password. */
export async function isPassword(plain: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const isRight = await verify(passwordHash ?? (await decoy), plain);
  return isRight && passwordHash !== null;
}
