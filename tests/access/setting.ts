import { eq, getTableColumns, getTableName } from "drizzle-orm";
import sharp from "sharp";

import { connectAccount } from "#lib/accounts/connect-account";
import { repeatPost } from "#lib/deliveries/repeat-post";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { recordTouchpoint } from "#lib/engagement/record-touchpoint";
import type { Context, Runtime } from "#lib/kernel/context";
import type { Result } from "#lib/kernel/result";
import { uploadMedia } from "#lib/media/upload-media";
import { listPeople } from "#lib/people/list-people";
import { saveDraft } from "#lib/posts/save-draft";
import { readEnvironment } from "#lib/runtime/environment";
import { openRuntime } from "#lib/runtime/open-runtime";
import { createWorkspace } from "#lib/workspaces/create-workspace";
import { inviteMember } from "#lib/workspaces/invite-member";
import { listStages } from "#lib/workspaces/list-stages";
import { newUser } from "#lib/workspaces/new-user";
import { startSession } from "#lib/workspaces/session";
import { setUpOwner } from "#lib/workspaces/set-up-owner";
import { insertUser } from "#lib/workspaces/user-repository";

import { launch, somewhere, type Process } from "../start/product.ts";
import { allTables } from "../support/all-tables.ts";
import { haveMember } from "../support/have-member.ts";
import type { Ids } from "./expectations.ts";
import { haveOtherRows } from "./have-other-rows.ts";
import type { Visitor } from "./judge.ts";

/** Stands in everything of the first workspace, and may be read nowhere else; an address has it in small letters. */
export const secretWord = "GeheimSchrift";

export interface Setting {
  readonly port: number;
  readonly product: Process;
  readonly runtime: Runtime;
  readonly end: () => Promise<void>;
  readonly ids: Ids;
  /** The stranger's own workspace. */
  readonly otherWorkspace: string;
  /** Every row of the first workspace, in words. */
  readonly rows: () => Promise<string[]>;
  /** A session of their own, new at every call; none for who is signed out. */
  readonly cookieOf: (visitor: Visitor) => Promise<Record<string, string>>;
}

/** The product as `npm start` runs it, with two workspaces and somebody for every role. */
export async function haveSetting(): Promise<Setting> {
  const { env, port } = await somewhere();
  let end = async () => {};
  const product = launch(["start"], env, (work) => (end = work));
  await product.says("Shoutloop is ready");
  const runtime = await openRuntime(readEnvironment({ ...env, LOG_LEVEL: "silent" }));
  const owner = await haveOwner(runtime);
  const users = new Map<Visitor, string>([["owner", owner.actor.id]]);
  for (const role of ["viewer", "editor", "manager"] as const)
    users.set(role, (await haveMember(owner, { name: role, role })).actor.id);
  const stranger = await haveStranger(runtime);
  users.set("stranger", stranger.userId);
  return {
    port,
    product,
    runtime,
    async end() {
      await runtime.close();
      await end();
    },
    ids: await haveRows(owner, users.get("viewer")!),
    otherWorkspace: stranger.slug,
    rows: () => settledRowsOf(owner),
    async cookieOf(visitor) {
      const userId = users.get(visitor);
      if (!userId) return {};
      return { cookie: `shoutloop-session=${await startSession(runtime, userId)}` };
    },
  };
}

async function haveOwner(runtime: Runtime): Promise<Context & { slug: string }> {
  const { userId, workspaceId, slug } = granted(
    await setUpOwner(runtime, {
      email: "ada@wol.example",
      name: "Ada",
      password: "correct horse battery",
      workspaceName: `Noorderwol ${secretWord}`,
      timeZone: "UTC",
    }),
  );
  return { ...runtime, workspaceId, actor: { id: userId, role: "owner" }, slug };
}

async function haveStranger(runtime: Runtime): Promise<{ userId: string; slug: string }> {
  const stranger = newUser(runtime, {
    email: "stranger@else.example",
    name: "Stranger",
    locale: "en",
    timeZone: "UTC",
    passwordHash: null,
    isEmailProven: true,
  });
  await runtime.transact((tx) => insertUser(tx, stranger));
  const details = { name: "Elsewhere", timeZone: "UTC" };
  const { slug } = granted(await createWorkspace(runtime, stranger.id, details));
  return { userId: stranger.id, slug };
}

async function haveRows(ctx: Context & { slug: string }, member: string): Promise<Ids> {
  const [stage] = await listStages(ctx);
  const account = granted(await connectAccount(ctx, { network: "practice", answers: {} }));
  const image = sharp({ create: { width: 20, height: 20, channels: 3, background: "#888" } });
  const medium = granted(
    await uploadMedia(ctx, { bytes: await image.png().toBuffer(), fileName: "x.png" }),
  );
  const post = granted(
    await saveDraft(ctx, {
      stageId: stage!.id,
      accountIds: [account.id],
      parts: [{ text: `A post ${secretWord}`, images: [] }],
    }),
  );
  const scheduled = granted(
    await schedulePost(ctx, {
      postId: post.id,
      when: { kind: "wall-clock", at: "2099-01-01T09:00" },
    }),
  );
  const market = { stageId: stage!.id, accountIds: [account.id], parts: [{ text: "Market" }] };
  const repeated = granted(
    await repeatPost(ctx, {
      postId: granted(await saveDraft(ctx, market)).id,
      rule: "FREQ=YEARLY",
      from: "2099-01-02T09:00",
      alsoWordsOf: [],
    }),
  );
  const touchpoint = granted(
    await recordTouchpoint(ctx, {
      person: { name: `Mara ${secretWord}` },
      type: "review",
      channel: "website",
      at: "2026-02-20T10:00",
      text: `Lovely ${secretWord}`,
    }),
  );
  const person = (await listPeople(ctx, {})).people[0]!.person.id;
  return {
    workspace: ctx.slug,
    post: post.id,
    recurrence: repeated.recurrenceId,
    delivery: scheduled.deliveries[0]!.id,
    person,
    account: account.id,
    touchpoint: touchpoint.id,
    media: medium.id,
    invitation: granted(await inviteMember(ctx, { role: "viewer" })).invitationId,
    member,
    stage: stage!.id,
    ...(await haveOtherRows(ctx, { account: account.id, person, touchpoint, word: secretWord })),
  };
}

/** Once what follows from them in the background has come to rest. */
async function settledRowsOf(ctx: Context): Promise<string[]> {
  for (let before = await rowsOf(ctx); ;) {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const now = await rowsOf(ctx);
    if (now.join() === before.join()) return now;
    before = now;
  }
}

/** Of the first workspace: what is written nowhere but here. Who works at what is not theirs to change. */
async function rowsOf({ db, workspaceId }: Context): Promise<string[]> {
  const rows: string[] = [];
  for (const table of await allTables()) {
    const column = getTableColumns(table)["workspaceId"];
    const found = column ? await db.select().from(table).where(eq(column, workspaceId)) : [];
    rows.push(...found.map((row) => `${getTableName(table)} ${JSON.stringify(row, withoutWork)}`));
  }
  return rows.toSorted();
}

/** The engine looks after accounts all the time; whose turn it is says nothing of who may do what. */
function withoutWork(name: string, value: unknown): unknown {
  return /^(cursor|listenerId|.*(LeaseUntil|CollectAt|CollectedAt))$/.test(name) ? null : value;
}

/** Ids of nothing. */
export function absentIds(ids: Ids): Ids {
  return { ...absent(...(Object.keys(ids) as (keyof Ids)[])), workspace: ids.workspace };
}

function absent<Name extends string>(...names: Name[]): Record<Name, string> {
  const id = "01a00000-0000-7000-8000-000000000000";
  return Object.fromEntries(names.map((name) => [name, id])) as Record<Name, string>;
}

function granted<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}
