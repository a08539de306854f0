import { randomBytes } from "node:crypto";

import { cutText } from "../../kernel/cut-text.ts";
import type { ConnectOutcome } from "../contract/connect-outcome.ts";
import type { ConnectorContext } from "../contract/session.ts";
import { chance, oneOf } from "./chance.ts";
import type { PracticeStore } from "./practice-store.ts";
import { findPracticeAccount, insertPracticeAccount } from "./repository.ts";

/** Returns the workspace's practice account, or creates it; without a typed name it gets an invented one. */
export async function openPracticeAccount(
  store: PracticeStore,
  context: ConnectorContext,
  answers: Readonly<Record<string, string>>,
): Promise<ConnectOutcome> {
  const { workspaceId } = context;
  const { handle, displayName } = named(answers["name"], workspaceId);
  const account = await store.transact(async (tx) => {
    // Random, because the feed is visible to everybody who knows the id.
    const id = randomBytes(12).toString("hex");
    await insertPracticeAccount(tx, {
      id,
      workspaceId,
      handle,
      displayName,
      createdAt: context.now(),
    });
    return findPracticeAccount(tx, { workspaceId });
  });
  if (!account) throw new Error("The practice account was not written.");
  return {
    kind: "connected",
    remoteId: account.id,
    handle: account.handle,
    displayName: account.displayName,
    avatarUrl: undefined,
    origin: "practice://here",
    credentials: {},
  };
}

function named(wished: string | undefined, workspaceId: string) {
  const displayName = cutText(wished?.trim() ?? "", 60) || invented(workspaceId);
  const plain = displayName
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
  return { displayName, handle: `${plain || "studio"}.practice` };
}

function invented(workspaceId: string): string {
  const first = oneOf(
    ["Blue", "North", "Little", "Open", "Morning", "River", "Amber", "Quiet"],
    chance(workspaceId, "first"),
  );
  const second = oneOf(
    ["Workshop", "Studio", "Harbour", "Garden", "Mill", "Bakery", "Loom", "Lantern"],
    chance(workspaceId, "second"),
  );
  return `${first} ${second}`;
}
