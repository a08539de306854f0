import { request } from "node:http";

export interface Asked {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Says so many bytes, or sends them in chunks of unknown number, until it is answered. */
  readonly flood?: "said" | "unsaid";
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export const floodBytes = 104_857_600;

/** One request as it is, redirects and all. Who floods may find the door closed before it has read why, and asks again. */
export async function ask(port: number, asked: Asked, tries = 3): Promise<Answered> {
  try {
    return await askOnce(port, asked);
  } catch (error) {
    if (asked.flood && tries > 1) return ask(port, asked, tries - 1);
    throw new Error(`${asked.method ?? "GET"} ${asked.path} got no answer`, { cause: error });
  }
}

function askOnce(port: number, asked: Asked): Promise<Answered> {
  const { path, method = "GET", headers = {}, body, flood } = asked;
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host: "127.0.0.1",
      port,
      path,
      method,
      agent: false,
      headers: {
        host: `localhost:${port}`,
        // As browsers do; Node closes other connections with what it has not read.
        ...(flood && { connection: "keep-alive" }),
        ...(flood === "said" && { "content-length": String(floodBytes) }),
        ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }),
        ...headers,
      },
    });
    let isAnswered = false;
    outgoing.on("error", (error) => (isAnswered ? undefined : reject(error)));
    outgoing.on("response", (response) => {
      isAnswered = true;
      // What is still to be sent, nobody wants.
      if (flood) {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: "" });
        outgoing.destroy();
        return;
      }
      const parts: Buffer[] = [];
      const done = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString(),
        });
      response
        .on("data", (part: Buffer) => parts.push(part))
        .on("end", done)
        .on("error", done);
    });
    if (flood) sendOn(0);
    else outgoing.end(body);

    function sendOn(sent: number): void {
      if (isAnswered || sent >= floodBytes) outgoing.end();
      else outgoing.write(Buffer.alloc(262_144, "x"), () => sendOn(sent + 262_144));
    }
  });
}

/** Arguments as React sends them; a form is an object of its fields. */
export function actionBody(args: readonly unknown[]): {
  readonly headers: Record<string, string>;
  readonly body: string;
} {
  if (!args.some((arg) => arg instanceof Fields))
    return { headers: { "content-type": "text/plain;charset=UTF-8" }, body: JSON.stringify(args) };
  const boundary = "----matrix";
  const parts: [string, string][] = [];
  const list = args.map((arg, index) => {
    if (!(arg instanceof Fields)) return arg;
    for (const [name, value] of Object.entries(arg.values))
      parts.push([`_${index + 1}_${name}`, value]);
    return `$K${index + 1}`;
  });
  parts.push(["0", JSON.stringify(list)]);
  const body = parts
    .map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join("");
  return {
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    body: `${body}--${boundary}--\r\n`,
  };
}

/** A form's. */
export class Fields {
  readonly values: Readonly<Record<string, string>>;
  constructor(values: Readonly<Record<string, string>>) {
    this.values = values;
  }
}

/** What came of an action, in one word: a refusal, `ok`, where it leads, or the status of what was not done. */
export function outcomeOf({ status, headers, text }: Answered): string {
  const target = headers["x-action-redirect"] ?? headers["location"];
  if (target) return `to ${String(target).split(/[;?]/)[0]}`;
  if (status !== 200) return `status ${status}`;
  const line = /^1:(.*)$/m.exec(text)?.[1] ?? "";
  const refusal = /"refusal":"([^"]+)"/.exec(line)?.[1];
  if (refusal) return refusal;
  if (line.includes('"wrong":')) return "wrong fields";
  return "ok";
}
