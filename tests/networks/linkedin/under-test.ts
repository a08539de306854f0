import { createHttpClient } from "#lib/http/client";
import type { JsonObject, Published } from "#lib/networks/contract/remote";
import { linkedInConnector } from "#lib/networks/linkedin/connector";
import { usualSettings, type LinkedInSettings } from "#lib/networks/linkedin/settings";

import {
  signIn,
  type Expected,
  type NetworkUnderTest,
  type StandingPost,
} from "../network-under-test.ts";
import { shownText } from "./little-text.ts";
import type { LinkedInServer } from "./server.ts";
import { addMember, addPage, commentOf, postOf, type Member, type Page } from "./world.ts";

export interface LinkedInUnderTest extends NetworkUnderTest {
  readonly owner: Member;
  readonly brand: Page;
  readonly anna: Member;
  readonly bram: Member;
}

/** For one page, and nothing of the member's own. */
const pageOnly = usualSettings.scopes.pages.filter((scope) => scope !== "w_member_social");

export function settingsAt(
  { url, world }: Pick<LinkedInServer, "url" | "world">,
  over: Partial<LinkedInSettings> = {},
): LinkedInSettings {
  const scopes = { ...usualSettings.scopes, pages: pageOnly };
  const version = livingVersion(world.now());
  const own = { api: url, web: url, version, scopes, readEveryMs: 0, keepsWords: true };
  return { ...usualSettings, ...own, ...over };
}

/** Two months old, by the test's clock. */
function livingVersion(now: Date): string {
  const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 2, 1));
  return at.toISOString().slice(0, 7).replace("-", "");
}

/** A new page with its administrator on a running server, and two strangers who react. */
export async function linkedInUnderTest(
  server: LinkedInServer,
  over: Partial<LinkedInSettings> = {},
  use: "pages" | "member" = "pages",
): Promise<LinkedInUnderTest> {
  const owner = addMember(server.world, "Olga Wolters");
  const brand = addPage(server.world, "Wool", owner);
  const [anna, bram] = [server.join("Anna de Vries"), server.join("Bram Kok")];
  const remembered = new Map<string, JsonObject>();
  const { clientId, clientSecret } = server.app;
  return {
    connector: linkedInConnector(settingsAt(server, over)),
    context: {
      http: createHttpClient("127.0.0.1"),
      now: server.world.now,
      workspaceId: "workspace-1",
      memory: {
        recall: async (key) => remembered.get(key),
        remember: async (key, value) => void remembered.set(key, structuredClone(value)),
      },
    },
    answers: {},
    page: {
      answers: { clientId, clientSecret, use },
      approve: (url) => server.authorize(url, owner),
    },
    wrong: {
      answers: { clientId: " ", clientSecret },
      refusal: { code: "wrong-credentials", field: "clientId" },
    },
    read: async (published) => standing(server, published),
    react: async ({ remoteId }) => react(server, { brand, anna, bram }, remoteId),
    owner,
    brand,
    anna,
    bram,
  };
}

export function standing(
  { world }: Pick<LinkedInServer, "world">,
  { remoteId }: Published,
): StandingPost | undefined {
  const comment = commentOf(world, remoteId);
  if (comment) return { text: comment.text, answers: comment.parent ?? comment.post.urn, alts: [] };
  const post = postOf(world, remoteId);
  if (!post) return undefined;
  const content = JSON.stringify(post.content ?? {});
  const { poll } = (post.content ?? {}) as { poll?: { options: { text: string }[] } };
  return {
    text: shownText(post.commentary),
    answers: undefined,
    alts: [...content.matchAll(/"altText":("(?:\\.|[^"\\])*")/g)].map(([, alt = '""']) =>
      JSON.parse(alt),
    ),
    poll: poll && { options: poll.options.map(({ text }) => text), isMultiple: false },
  };
}

/** One of each kind, by two people. */
function react(
  server: LinkedInServer,
  { brand, anna, bram }: { brand: Page; anna: Member; bram: Member },
  on: string,
): Expected[] {
  server.act(anna, { do: "like", on });
  server.act(anna, { do: "comment", on, text: "So warm, and it does not itch" });
  server.act(anna, { do: "share", on });
  server.act(bram, { do: "share", on, text: "Look at this" });
  server.act(bram, { do: "mention", page: brand, text: "Thank you, Wool" });
  return [
    { type: "like", by: anna.id, onRemoteId: on },
    { type: "reply", by: anna.id, onRemoteId: on },
    { type: "repost", by: anna.id, onRemoteId: on },
    { type: "quote", by: bram.id, onRemoteId: on },
    { type: "mention", by: bram.id },
  ];
}

/** Signed in, with everybody by name. */
export async function connected(
  server: LinkedInServer,
  over: Partial<LinkedInSettings> = {},
  use: "pages" | "member" = "pages",
) {
  const world = await linkedInUnderTest(server, over, use);
  return { ...world, session: await signIn(world) };
}
