import type { IncomingMessage } from "node:http";

import type { Person, Token, World } from "./world.ts";

/** What the network answers when it does not do what was asked. */
export class ApiError extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  constructor(status: number, error: string, headers: Record<string, string> = {}) {
    super(error);
    this.status = status;
    this.headers = headers;
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export interface UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export interface Incoming {
  readonly world: World;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly fields: Fields;
  readonly files: Readonly<Record<string, UploadedFile>>;
  /** What the route's expression caught. */
  readonly caught: readonly string[];
  readonly token: Token | undefined;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly html?: string;
}

/** Whoever the token speaks for; routes with a scope have one. */
export function personOf({ token }: Incoming): Person {
  if (!token?.person) throw new ApiError(422, "This method requires an authenticated user");
  return token.person;
}

export function readBody(
  type: string,
  body: Buffer,
): { fields: Fields; files: Record<string, UploadedFile> } {
  if (body.length === 0) return { fields: {}, files: {} };
  if (type.startsWith("application/json")) return { fields: readJson(body), files: {} };
  if (type.startsWith("application/x-www-form-urlencoded"))
    return { fields: readForm(new URLSearchParams(body.toString())), files: {} };
  const boundary = /boundary=(.+)$/.exec(type)?.[1];
  if (type.startsWith("multipart/form-data") && boundary) return readMultipart(body, boundary);
  throw new ApiError(415, `Unsupported content type ${type}`);
}

function readJson(body: Buffer): Fields {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new ApiError(400, "There was a problem in the JSON you submitted");
  }
}

function readForm(pairs: URLSearchParams): Fields {
  const fields: Record<string, unknown> = {};
  for (const name of new Set(pairs.keys())) {
    if (name.endsWith("[]")) fields[name.slice(0, -2)] = pairs.getAll(name);
    else fields[name] = pairs.get(name);
  }
  return fields;
}

function readMultipart(body: Buffer, boundary: string) {
  const fields: Record<string, unknown> = {};
  const files: Record<string, UploadedFile> = {};
  const parts = body.toString("latin1").split(`--${boundary}`).slice(1, -1);
  if (!body.toString("latin1").trimEnd().endsWith(`--${boundary}--`))
    throw new ApiError(400, "Invalid multipart body");
  for (const part of parts) {
    const [head = "", ...rest] = part.slice(2).split("\r\n\r\n");
    const content = Buffer.from(rest.join("\r\n\r\n").slice(0, -2), "latin1");
    const name = /name="([^"]+)"/.exec(head)?.[1] ?? "";
    const file = /filename="([^"]*)"/.exec(head)?.[1];
    if (file === undefined) fields[name] = content.toString("utf8");
    else {
      const type = /content-type:\s*(\S+)/i.exec(head)?.[1] ?? "application/octet-stream";
      files[name] = { name: file, type, bytes: content };
    }
  }
  return { fields, files };
}

/** Strict, as no real server is: a field that is misspelt shows up here and not in production. */
export function only(fields: Fields, names: readonly string[]): void {
  const unknown = Object.keys(fields).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new ApiError(422, `Unknown fields: ${unknown.join(", ")}`);
}

export function onlyParams(query: URLSearchParams, names: readonly string[]): void {
  const unknown = [...query.keys()].filter((name) => !names.includes(name.replace(/\[\]$/, "")));
  if (unknown.length > 0) throw new ApiError(422, `Unknown parameters: ${unknown.join(", ")}`);
}

export function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  if (value === undefined || value === null) return "";
  if (typeof value !== "string") throw new ApiError(422, `${name} is not a text`);
  return value;
}

export function listIn(fields: Fields, name: string): string[] {
  const value = fields[name];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.some((one) => typeof one !== "string"))
    throw new ApiError(422, `${name} is not a list of texts`);
  return value;
}

export function isTrue(value: unknown): boolean {
  return value === true || value === "true" || value === "1";
}
