import { eq } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { NotFound } from "../kernel/errors.ts";
import { users } from "./schema.ts";
import type { User } from "./workspace.ts";

export async function insertUser(tx: Tx, user: User): Promise<void> {
  await tx.insert(users).values(user);
}

export async function findUser(db: Db, id: string): Promise<User | undefined> {
  const [row] = await db.select().from(users).where(eq(users.id, id));
  return row;
}

export async function requireUser(db: Db, id: string): Promise<User> {
  const user = await findUser(db, id);
  if (!user) throw new NotFound("user", id);
  return user;
}

/** `email` must be in lower case. */
export async function findUserByEmail(db: Db, email: string): Promise<User | undefined> {
  const [row] = await db.select().from(users).where(eq(users.email, email));
  return row;
}

export async function findUserByOpenId(db: Db, subject: string): Promise<User | undefined> {
  const [row] = await db.select().from(users).where(eq(users.openIdSubject, subject));
  return row;
}

export async function updateUser(tx: Tx, id: string, change: Partial<User>): Promise<void> {
  await tx.update(users).set(change).where(eq(users.id, id));
}

export async function hasAnyUser(db: Db): Promise<boolean> {
  const rows = await db.select({ id: users.id }).from(users).limit(1);
  return rows.length > 0;
}
