import type { IncomingMessage, ServerResponse } from "node:http";

/** What a network says, and how much of it arrives. */
export interface Answer {
  readonly status: number;
  /** A text is a page of HTML. */
  readonly body: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function send(response: ServerResponse, { status, body, headers }: Answer): void {
  if (response.destroyed) return;
  const type = typeof body === "string" ? "text/html" : "application/json";
  response.writeHead(status, { "content-type": type, ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

export function sendPage(response: ServerResponse): void {
  if (response.destroyed) return;
  response.writeHead(200, { "content-type": "text/html" });
  response.end("<!doctype html><title>We will be back soon</title>");
}

/** The connection ends in the middle of a word. */
export function sendHalf(response: ServerResponse, answer: Answer): void {
  startHalf(response, answer, () => response.socket?.resetAndDestroy());
}

/** Half of it, and never the rest. */
export function startHalf(
  response: ServerResponse,
  { status, body }: Answer,
  then: () => void = () => {},
): void {
  if (response.destroyed) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.write(text.slice(0, Math.ceil(text.length / 2)), then);
}

export function reset(request: IncomingMessage): void {
  request.socket.resetAndDestroy();
}

/** Once nobody listens any more. */
export function hungUp(request: IncomingMessage): Promise<void> {
  if (request.socket.destroyed) return Promise.resolve();
  return new Promise((resolve) => request.socket.once("close", () => resolve()));
}

export async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}
