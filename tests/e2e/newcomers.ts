import type { Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";

import { callbackUrlOf } from "#lib/accounts/callback-url";

import { startFacebookServer } from "../networks/facebook/server.ts";
import { startGoogle } from "../networks/google/server.ts";
import { startLinkedIn } from "../networks/linkedin/server.ts";
import { startMastodonServer } from "../networks/mastodon/server.ts";
import { startPinterest } from "../networks/pinterest/server.ts";
import { startThreadsServer } from "../networks/threads/server.ts";
import { anImage } from "../support/have-image.ts";
import { freePort } from "../support/postgres-server.ts";
import { startProduct } from "./product.ts";
import type { Words } from "./words.ts";

/** What a person does to connect, and where the network then has the post. */
export interface Newcomer {
  readonly network: string;
  readonly label: string;
  /** Answers to what the form asks, by the name of the field. */
  readonly typed: Readonly<Record<string, string>>;
  readonly chosen?: string;
  /** The button of the network's own page. */
  readonly yes: string;
  /** What its posts need, or may have, beside words. */
  readonly complete?: (page: Page, t: Words) => Promise<void>;
  readonly posted: () => readonly string[];
}

/** The product beside stand-ins of its networks. Instagram takes pictures alone, which it fetches from an address on the internet. */
export async function startNewcomers() {
  const names = ["threads", "linkedin", "facebook", "pinterest", "google"] as const;
  const ports = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await freePort()] as const)),
  ) as Record<(typeof names)[number], number>;
  const servers = names.map((name) => [
    `${name.toUpperCase()}_SERVER`,
    `http://127.0.0.1:${ports[name]}`,
  ]);
  const product = await startProduct("start", {
    ALLOW_PRIVATE_HOSTS: "127.0.0.1,localhost",
    ...Object.fromEntries(servers),
  });
  onTestFinished(product.stop);
  const callbacks = [callbackUrlOf(product.address)];
  const newcomers = [
    await mastodon(),
    await threads(ports.threads, callbacks),
    await linkedin(ports.linkedin, callbacks),
    await facebook(ports.facebook, callbacks),
    await pinterest(ports.pinterest, callbacks),
    await google(ports.google, callbacks),
  ];
  return { product, newcomers };
}

const secrets = ({ clientId, clientSecret }: { clientId: string; clientSecret: string }) => ({
  clientId,
  clientSecret,
});

async function mastodon(): Promise<Newcomer> {
  const server = await startMastodonServer();
  onTestFinished(server.stop);
  server.join("Noorderwol");
  return {
    network: "mastodon",
    label: "Mastodon",
    typed: { server: server.url },
    yes: "Authorize",
    posted: () => [...server.world.statuses.values()].map(({ text }) => text),
  };
}

async function threads(port: number, callbacks: readonly string[]): Promise<Newcomer> {
  const server = await startThreadsServer({ port, callbacks });
  onTestFinished(server.stop);
  return {
    network: "threads",
    label: "Threads",
    typed: secrets(server.app),
    yes: "Continue",
    posted: () => server.world.posts.map(({ text }) => text),
  };
}

async function linkedin(port: number, callbacks: readonly string[]): Promise<Newcomer> {
  const server = await startLinkedIn({ port, app: { callbacks } });
  onTestFinished(server.stop);
  return {
    network: "linkedin",
    label: "LinkedIn",
    typed: { ...secrets(server.app), use: "pages" },
    chosen: server.page.name,
    yes: "Allow",
    posted: () => server.world.posts.map(({ commentary }) => commentary),
  };
}

async function facebook(port: number, callbacks: readonly string[]): Promise<Newcomer> {
  const server = await startFacebookServer({ port, callbacks });
  onTestFinished(server.stop);
  return {
    network: "facebook",
    label: "Facebook",
    typed: secrets(server.app),
    yes: "Continue",
    posted: () => server.world.posts.map(({ text }) => text),
  };
}

async function pinterest(port: number, callbacks: readonly string[]): Promise<Newcomer> {
  const server = await startPinterest({ port, callbacks });
  onTestFinished(server.stop);
  return {
    network: "pinterest",
    label: "Pinterest",
    typed: secrets(server.app),
    yes: "Give access",
    async complete(page, t) {
      const buffer = await anImage("jpeg", { width: 600, height: 900 });
      const file = { name: "scarf.jpg", mimeType: "image/jpeg", buffer };
      await page.locator('input[type="file"]').first().setInputFiles(file);
      const board = t("compose.options.required", {
        label: t("connect.pinterest.options.board.label"),
      });
      await page.getByLabel(board).selectOption({ label: "Shawls" });
      await page
        .getByLabel(t("connect.pinterest.options.title.label"))
        .fill("A scarf from the bath");
    },
    posted: () =>
      server.world.pins.map(({ description, title, boardId }) => {
        expect([title, boardId]).toEqual(["A scarf from the bath", server.board.id]);
        return description;
      }),
  };
}

async function google(port: number, callbacks: readonly string[]): Promise<Newcomer> {
  const server = await startGoogle({ port, callbacks });
  onTestFinished(server.stop);
  return {
    network: "google",
    label: "Google Business Profile",
    typed: secrets(server.app),
    yes: "Continue",
    posted: () => server.world.posts.map(({ summary }) => summary),
  };
}
