import type { Runtime } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { knownBrowserOf } from "./known-browser.ts";
import { isPassword } from "./password.ts";
import { countSignIn, forgiveSignIn, minutesOf } from "./throttle.ts";
import { findUserByEmail } from "./user-repository.ts";
import type { User } from "./workspace.ts";

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  /** IP address of the request, by which attempts are counted too. */
  readonly address: string;
  /** The value that `rememberBrowser` returned for this browser. */
  readonly browser?: string | undefined;
}

/**
 * Checks an address and password. An unknown address takes as long and gives the same refusal as a wrong
 * password.
 */
export async function signIn(
  runtime: Runtime,
  { email, password, address, browser }: SignInInput,
): Promise<Result<User, "wrong-sign-in" | "too-many-attempts">> {
  const name = email.trim().toLowerCase().slice(0, 254);
  const user = await findUserByEmail(runtime.db, name);
  const knownBrowser = user && knownBrowserOf(runtime, user, browser);
  const attempt = { name, address, knownBrowser };
  const wait = await countSignIn(runtime, attempt);
  if (wait > 0) return refused("too-many-attempts", minutesOf(wait));
  const isRight = await isPassword(password.slice(0, longestPassword), user?.passwordHash ?? null);
  if (!user || !isRight) return refused("wrong-sign-in");
  await forgiveSignIn(runtime, attempt);
  return ok(user);
}

/** Limits the input. In decomposed form (NFD), a password of 200 characters is longer than 200 code units. */
const longestPassword = 800;
