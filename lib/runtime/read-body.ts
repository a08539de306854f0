import { IncomingMessage, type ServerResponse } from "node:http";

export interface BodyLimit {
  readonly bytes: number;
  /** Time limit for receiving the body. */
  readonly seconds: number;
}

export type BodyFault = "too-large" | "too-slow" | "too-many" | "broken";

/** Limit for all bodies in memory at a time, in bytes; further requests are asked to try again. */
const mostAtOnce = 128_000_000;
let heldBytes = 0;

/**
 * Reads a body completely, or returns a fault once it exceeds `limit`. A `content-length` above the limit is
 * refused at once; otherwise the received bytes are counted. Returns a copy of the request that contains the
 * body.
 */
export async function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  limit: BodyLimit,
): Promise<IncomingMessage | BodyFault> {
  const said = Number(request.headers["content-length"] ?? 0);
  if (said > limit.bytes) return "too-large";
  if (request.headers.expect) response.writeContinue();
  const chunks: Buffer[] = [];
  let length = 0;
  // The page keeps the bytes until it has answered.
  response.once("close", () => (heldBytes -= length));
  const fault = await eachChunk(request, limit.seconds, (chunk) => {
    length += chunk.length;
    heldBytes += chunk.length;
    if (length > limit.bytes) return "too-large";
    if (heldBytes > mostAtOnce) return "too-many";
    chunks.push(chunk);
    return undefined;
  });
  return fault ?? withBody(request, chunks);
}

/** Returns the request without its body and the headers about it. */
export function withoutBody(request: IncomingMessage): IncomingMessage {
  const bare = withBody(request, []);
  for (const name of ["content-length", "transfer-encoding", "content-type"])
    delete bare.headers[name];
  return bare;
}

function eachChunk(
  request: IncomingMessage,
  seconds: number,
  take: (chunk: Buffer) => BodyFault | undefined,
): Promise<BodyFault | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish("too-slow"), seconds * 1_000);
    const onData = (chunk: Buffer) => {
      const fault = take(chunk);
      if (fault) finish(fault);
    };
    const onEnd = () => finish(undefined);
    const onBreak = () => finish("broken");
    request.on("data", onData).once("end", onEnd).once("error", onBreak).once("close", onBreak);

    function finish(fault: BodyFault | undefined) {
      clearTimeout(timer);
      request.off("data", onData).off("end", onEnd).off("error", onBreak).off("close", onBreak);
      // The client may abort while we discard the body of a refused request.
      request.on("error", () => {});
      resolve(fault);
    }
  });
}

function withBody(request: IncomingMessage, chunks: readonly Buffer[]): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  again.httpVersion = request.httpVersion;
  again.httpVersionMajor = request.httpVersionMajor;
  again.httpVersionMinor = request.httpVersionMinor;
  again.method = request.method;
  again.url = request.url;
  again.headers = request.headers;
  again.rawHeaders = request.rawHeaders;
  again.complete = true;
  for (const chunk of chunks) again.push(chunk);
  again.push(null);
  return again;
}
