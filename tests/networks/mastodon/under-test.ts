import { createHttpClient } from "#lib/http/client";
import type { Http } from "#lib/kernel/ports";
import type { JsonObject, Published } from "#lib/networks/contract/remote";
import { mastodon } from "#lib/networks/mastodon/connector";

import {
  signIn,
  type Expected,
  type NetworkUnderTest,
  type StandingPost,
} from "../network-under-test.ts";
import type { Actor } from "./people.ts";
import type { MastodonServer } from "./server.ts";
import type { Media } from "./world.ts";

export interface MastodonUnderTest extends NetworkUnderTest {
  readonly brand: Actor;
  readonly anna: Actor;
  readonly bram: Actor;
}

/** A new brand account on a running server; Anna lives there too, Bram on another. */
export async function mastodonUnderTest(
  server: MastodonServer,
  { now = () => new Date() }: { now?: () => Date } = {},
): Promise<MastodonUnderTest> {
  const brand = server.join("Wool");
  const [anna, bram] = [server.join("Anna"), server.join("Bram", "elsewhere.example")];
  const remembered = new Map<string, JsonObject>();
  return {
    connector: mastodon,
    context: {
      http: domainAt(server, createHttpClient("127.0.0.1")),
      now,
      workspaceId: "workspace-1",
      memory: {
        recall: async (key) => remembered.get(key),
        remember: async (key, value) => void remembered.set(key, structuredClone(value)),
      },
    },
    answers: {},
    page: {
      answers: { server: server.url },
      approve: (address) => server.authorize(address, brand),
    },
    wrong: {
      answers: { server: "http://127.0.0.1:1" },
      refusal: { code: "unreachable", field: "server" },
    },
    read: async (published) => standing(server, brand, published),
    react: async (published) => react(brand, anna, bram, published),
    brand,
    anna,
    bram,
  };
}

/** The server's domain says of whoever asks that they live there, as its owner would have set it up. */
export function domainAt({ domain, url }: MastodonServer, context: Http): Http {
  const self = JSON.stringify({ links: [{ rel: "self", href: `${url}/users/wool` }] });
  return {
    ...context,
    send: async (address, options) =>
      new URL(address).host === domain
        ? { status: 200, headers: new Headers(), body: Buffer.from(self), url: address }
        : context.send(address, options),
  };
}

export function standing(
  { world }: MastodonServer,
  reader: Actor,
  { remoteId }: Published,
): StandingPost | undefined {
  const status = world.statusOf(remoteId, reader.person);
  if (!status) return undefined;
  return {
    text: status.text,
    answers: status.answers?.id,
    alts: status.media.map(({ description }) => description ?? ""),
    video: videoIn(status.media),
    poll: status.poll && { options: status.poll.options, isMultiple: status.poll.isMultiple },
    warning: status.warning || undefined,
    visibility: visibilities[status.visibility],
  };
}

function videoIn(media: readonly Media[]): StandingPost["video"] {
  const video = media.find(({ type }) => type === "video");
  return video && { alt: video.description ?? "", bytes: video.bytes };
}

const visibilities = {
  public: "public",
  unlisted: "unlisted",
  private: "followers",
  direct: "mentioned",
} as const;

/** One of each kind, by two people. */
function react(brand: Actor, anna: Actor, bram: Actor, { remoteId }: Published): Expected[] {
  anna.like(remoteId);
  anna.boost(remoteId);
  anna.reply("So warm, and it does not itch", remoteId);
  bram.quote("Look at this", remoteId);
  bram.post(`Thank you @${brand.handle}`);
  bram.follow(brand.handle);
  return [
    { type: "like", by: anna.handle, onRemoteId: remoteId },
    { type: "repost", by: anna.handle, onRemoteId: remoteId },
    { type: "reply", by: anna.handle, onRemoteId: remoteId },
    { type: "quote", by: bram.handle, onRemoteId: remoteId },
    { type: "mention", by: bram.handle },
    { type: "follow", by: bram.handle },
  ];
}

/** Signed in, with everybody by name. */
export async function connected(server: MastodonServer, now?: () => Date) {
  const world = await mastodonUnderTest(server, now ? { now } : {});
  return { ...world, session: await signIn(world) };
}
