import { createHash, createHmac } from "node:crypto";

import { serve, type Received, type Served } from "../networks/stand-in/serve.ts";

export interface S3Server extends Served {
  readonly objects: Map<string, { bytes: Buffer; type: string }>;
  /** Answers every signed request with this error. */
  fail: { status: number; code: string } | undefined;
  /** How long an answer takes. */
  delayMs: number;
  readonly key: string;
  readonly secret: string;
  readonly bucket: string;
}

const region = "eu-central-1";
const skewMs = 15 * 60_000;

/** A strict S3 with one bucket: a request counts where its signature (version 4) is right, in headers or in the query. */
export async function startS3Server(now: () => Date): Promise<S3Server> {
  const state = {
    objects: new Map<string, { bytes: Buffer; type: string }>(),
    fail: undefined as S3Server["fail"],
    delayMs: 0,
    key: "AKIDEXAMPLE",
    secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
    bucket: "pictures",
  };
  const served = await serve(undefined, async (received, response) => {
    await new Promise((resolve) => setTimeout(resolve, state.delayMs));
    const problem = state.fail ?? problemOf(received, state, now());
    const answer = problem ? errorOf(problem) : answerTo(received, state);
    response.writeHead(answer.status, { "content-type": answer.type }).end(answer.body);
  });
  return Object.assign(state, served);
}

type State = Pick<S3Server, "objects" | "key" | "secret" | "bucket">;

function answerTo({ method, url, bytes, request }: Received, { objects, bucket }: State) {
  const path = decodeURIComponent(url.pathname);
  if (path !== `/${bucket}` && !path.startsWith(`/${bucket}/`))
    return errorOf({ status: 404, code: "NoSuchBucket" });
  const key = path.slice(bucket.length + 2);
  if (key === "" && url.searchParams.get("list-type") === "2") {
    const prefix = url.searchParams.get("prefix") ?? "";
    const keys = [...objects.keys()].filter((one) => one.startsWith(prefix));
    const rows = keys.map((one) => `<Contents><Key>${one}</Key></Contents>`).join("");
    return xml(200, `<ListBucketResult><Name>${bucket}</Name>${rows}</ListBucketResult>`);
  }
  if (method === "PUT") {
    objects.set(key, { bytes, type: request.headers["content-type"] ?? "" });
    return xml(200, "");
  }
  if (method === "DELETE") {
    objects.delete(key);
    return xml(204, "");
  }
  const found = objects.get(key);
  if (!found) return errorOf({ status: 404, code: "NoSuchKey" });
  return { status: 200, type: found.type, body: found.bytes };
}

function errorOf({ status, code }: { status: number; code: string }) {
  return xml(status, `<Error><Code>${code}</Code><Message>${code} here</Message></Error>`);
}

function xml(status: number, text: string) {
  const body: string | Buffer = text && `<?xml version="1.0" encoding="UTF-8"?>${text}`;
  return { status, type: "application/xml", body };
}

/** AWS Signature Version 4, "Create a signed request", for headers and for presigned addresses. */
function problemOf(received: Received, { key, secret }: State, now: Date) {
  const signed = inHeaders(received) ?? inQuery(received);
  if (!signed) return { status: 403, code: "AccessDenied" };
  const code = isInTime(signed, now) ? faultOf(signed, received, { key, secret }) : lateAs(signed);
  return code ? { status: 403, code } : undefined;
}

type Signed = NonNullable<ReturnType<typeof inHeaders> | ReturnType<typeof inQuery>>;

function isInTime({ at = "", seconds }: Signed, now: Date): boolean {
  const written = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
  const age = now.getTime() - Date.parse(at.replace(written, "$1-$2-$3T$4:$5:$6Z"));
  return seconds === undefined ? Math.abs(age) <= skewMs : age >= 0 && age <= seconds * 1_000;
}

function lateAs({ seconds }: Signed): string {
  return seconds === undefined ? "RequestTimeTooSkewed" : "AccessDenied";
}

function faultOf(
  { credential, at = "", names = "", signature, payload = "" }: Signed,
  received: Received,
  { key, secret }: Pick<State, "key" | "secret">,
): string | undefined {
  const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`;
  if (credential !== `${key}/${scope}`) return "InvalidAccessKeyId";
  const isBodyRight = payload === "UNSIGNED-PAYLOAD" || payload === hex(received.bytes);
  const text = ["AWS4-HMAC-SHA256", at, scope, hex(canonical(received, names, payload))];
  const signing = scope
    .split("/")
    .reduce<string | Buffer>(
      (by, part) => createHmac("sha256", by).update(part).digest(),
      `AWS4${secret}`,
    );
  const right = createHmac("sha256", signing).update(text.join("\n")).digest("hex");
  return signature === right && isBodyRight ? undefined : "SignatureDoesNotMatch";
}

function inHeaders({ request: { headers } }: Received) {
  const [, credential, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
      headers.authorization ?? "",
    ) ?? [];
  if (!signature) return undefined;
  const at = headers["x-amz-date"]?.toString();
  const payload = headers["x-amz-content-sha256"]?.toString();
  return { credential, names, signature, at, payload, seconds: undefined };
}

function inQuery({ url: { searchParams: query } }: Received) {
  const told = (name: string) => query.get(`X-Amz-${name}`) ?? undefined;
  const signature = told("Signature");
  if (!signature) return undefined;
  const [credential, names, at] = [told("Credential"), told("SignedHeaders"), told("Date")];
  const seconds = Number(told("Expires"));
  return { credential, names, signature, at, payload: "UNSIGNED-PAYLOAD", seconds };
}

function canonical({ method, url, request }: Received, names: string, payload: string): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .toSorted();
  const headers = names
    .split(";")
    .map((name) => `${name}:${(request.headers[name] ?? "").toString().trim()}\n`);
  return [method, url.pathname, query.join("&"), headers.join(""), names, payload].join("\n");
}

function escaped(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function hex(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex");
}
