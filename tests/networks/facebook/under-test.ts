import { createHttpClient } from "#lib/http/client";
import type { JsonObject, Published } from "#lib/networks/contract/remote";
import { facebookConnector } from "#lib/networks/facebook/connector";
import { settingsAt } from "#lib/networks/facebook/settings";

import type { Expected, NetworkUnderTest, StandingPost } from "../network-under-test.ts";
import type { FacebookServer } from "./server.ts";
import {
  addComment,
  addPage,
  addPost,
  commentOf,
  postOf,
  type Page,
  type Person,
} from "./world.ts";

export interface FacebookUnderTest extends NetworkUnderTest {
  readonly page: NonNullable<NetworkUnderTest["page"]>;
  readonly brand: Page;
  readonly owner: Person;
  readonly anna: Person;
  readonly bram: Person;
}

let brands = 0;

/** A new page on a running server, with two strangers who react. */
export async function facebookUnderTest(server: FacebookServer): Promise<FacebookUnderTest> {
  brands += 1;
  const owner = server.join(`Owner ${brands}`);
  const brand = addPage(server.world, `Wool ${brands}`, owner, { username: `wool${brands}` });
  const [anna, bram] = [server.join("Anna de Vries"), server.join("Bram Bakker")];
  const remembered = new Map<string, JsonObject>();
  const { clientId, clientSecret } = server.app;
  const connector = facebookConnector(settingsAt(server.url));
  return {
    connector: { ...connector, authorization: oneOf(connector.authorization) },
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
      answers: { clientId, clientSecret },
      approve: (url) => server.authorize(url, owner),
    },
    wrong: {
      answers: { clientId: " " },
      refusal: { code: "wrong-credentials", field: "clientId" },
    },
    read: async (published) => standing(server, published),
    react: async ({ remoteId }) => react(server, { brand, anna, bram }, remoteId),
    brand,
    owner,
    anna,
    bram,
  };
}

type Authorization = NonNullable<ReturnType<typeof facebookConnector>["authorization"]>;

/** The person ticks the one page that there is. */
function oneOf(authorization: Authorization | undefined): Authorization {
  if (!authorization) throw new Error("There is a page to sign in.");
  return {
    ...authorization,
    async finish(...given) {
      const outcome = await authorization.finish(...given);
      if (outcome.kind !== "choice") return outcome;
      const [only, ...others] = outcome.accounts;
      if (!only || others.length > 0) throw new Error("One page was expected.");
      return { kind: "connected", ...only };
    },
  };
}

function standing({ world }: FacebookServer, { remoteId }: Published): StandingPost | undefined {
  const post = postOf(world, remoteId);
  const comment = commentOf(world, remoteId);
  const made = post ?? comment;
  if (!made) return undefined;
  const alts = made.photos.map((id) => world.photos.find((one) => one.id === id)?.alt ?? "");
  return { text: made.text, answers: comment && (comment.parentId ?? comment.postId), alts };
}

function react(
  { world }: FacebookServer,
  { brand, anna, bram }: Record<"anna" | "bram", Person> & { brand: Page },
  on: string,
): Expected[] {
  addComment(world, anna, on, "So warm, and it does not itch");
  postOf(world, on)?.likedBy.add(bram.id);
  addPost(world, brand, bram, { text: "Thank you for the shawl" });
  world.reviews.push({
    pageId: brand.id,
    personId: anna.id,
    at: world.now(),
    isPositive: true,
    text: "The softest wool",
  });
  return [
    { type: "reply", by: anna.id, onRemoteId: on },
    { type: "like", by: bram.id, onRemoteId: on },
    { type: "mention", by: bram.id },
    { type: "review", by: anna.id },
  ];
}
