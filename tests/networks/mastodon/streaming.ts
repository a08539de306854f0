import type { ServerResponse } from "node:http";

import { ApiError } from "./http.ts";
import { notificationJson } from "./rendering.ts";
import type { Person, Token, World } from "./world.ts";

const heartbeatMs = 15_000;

/** Server-sent events of one person's notifications, with a heartbeat, until the token is taken back. */
export class Streams {
  private readonly open = new Map<ServerResponse, { person: Person; token: Token }>();
  private readonly heartbeat: NodeJS.Timeout;

  constructor(world: World) {
    world.listeners.add((told) => {
      const data = JSON.stringify(notificationJson(world, told));
      for (const [response, { person, token }] of this.open) {
        if (token.isRevoked) this.hangUp(response);
        else if (person === told.to) response.write(`event: notification\ndata: ${data}\n\n`);
      }
    });
    this.heartbeat = setInterval(() => this.thump(), heartbeatMs);
    this.heartbeat.unref();
  }

  get size(): number {
    return this.open.size;
  }

  begin(response: ServerResponse, token: Token | undefined): void {
    if (!token?.person) throw new ApiError(401, "The access token is invalid");
    const { person } = token;
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(":)\n");
    this.open.set(response, { person, token });
    response.on("close", () => this.open.delete(response));
  }

  thump(): void {
    for (const [response, { token }] of this.open) {
      if (token.isRevoked) this.hangUp(response);
      else response.write(":thump\n");
    }
  }

  breakAll(): void {
    for (const response of this.open.keys()) response.socket?.destroy();
  }

  stop(): void {
    clearInterval(this.heartbeat);
    for (const response of this.open.keys()) this.hangUp(response);
  }

  /** The world as it was when it was asked, for tests that look at who listens. */
  listeners(): readonly Person[] {
    return [...this.open.values()].map(({ person }) => person);
  }

  private hangUp(response: ServerResponse): void {
    this.open.delete(response);
    response.end();
  }
}
