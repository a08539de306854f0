import { request } from "node:http";

import type { BlueskyActor } from "./bluesky-actor.ts";

const api = "/@atproto/oauth-provider/~api";

/**
 * Plays somebody at a PDS's own page, who signs in and says yes (or no); answers the address that the
 * server sends them back to.
 */
export async function signInAtBluesky(
  url: string,
  actor: Pick<BlueskyActor, "handle" | "did"> & { password: string },
  says: "yes" | "no" = "yes",
): Promise<string> {
  const browser = browserAt(new URL(url).origin, url);
  await browser.visit(url, "none");
  const signedIn = await browser.tell("/sign-in", {
    locale: "en",
    username: actor.handle,
    password: actor.password,
    remember: false,
  });
  const answer = await browser.tell(
    says === "yes" ? "/consent" : "/reject",
    says === "yes" ? { did: actor.did } : {},
    signedIn["ephemeralToken"],
  );
  return (await browser.visit(String(answer["url"]), "same-origin")) ?? String(answer["url"]);
}

/** Global `fetch` sets `sec-fetch-mode` itself, which the page's server refuses. */
function browserAt(origin: string, referer: string) {
  const jar = new Map<string, string>();

  async function send(address: string, method: string, headers: object, body?: string) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const sent = { "user-agent": "a browser", cookie, referer, ...headers };
    return new Promise<{ location: string | undefined; status: number; text: string }>(
      (resolve, reject) => {
        const asked = request(address, { method, headers: sent }, (answer) => {
          for (const one of answer.headers["set-cookie"] ?? []) {
            const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
            jar.set(name, value);
          }
          const chunks: Buffer[] = [];
          answer.on("data", (chunk: Buffer) => chunks.push(chunk));
          answer.on("end", () =>
            resolve({
              location: answer.headers.location,
              status: answer.statusCode ?? 0,
              text: Buffer.concat(chunks).toString(),
            }),
          );
        });
        asked.once("error", reject).end(body);
      },
    );
  }

  return {
    async visit(address: string, from: string): Promise<string | undefined> {
      const headers = {
        "sec-fetch-mode": "navigate",
        "sec-fetch-dest": "document",
        "sec-fetch-site": from,
      };
      return (await send(address, "GET", headers)).location;
    },
    async tell(path: string, body: object, bearer?: unknown): Promise<Record<string, unknown>> {
      const token = [...jar].find(([name]) => name.includes("csrf"))?.[1] ?? "";
      const headers = {
        "content-type": "application/json",
        "x-csrf-token": token,
        origin,
        "sec-fetch-mode": "same-origin",
        "sec-fetch-site": "same-origin",
        "sec-fetch-dest": "empty",
        ...(typeof bearer === "string" && { authorization: `Bearer ${bearer}` }),
      };
      const answer = await send(`${origin}${api}${path}`, "POST", headers, JSON.stringify(body));
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
      return JSON.parse(answer.text);
    },
  };
}
