import NextAuth from "next-auth";
import type { NextRequest } from "next/server";

import { authOptions } from "../../../_auth/options.ts";

interface Segments {
  params: Promise<{ nextauth: string[] }>;
}

/** Paths of next-auth that OpenID Connect needs. Another one of its paths lets anybody write into the log. */
const used = new Set(["callback", "csrf", "error", "providers", "session", "signin", "signout"]);

async function handle(request: NextRequest, segments: Segments): Promise<Response> {
  const [action = ""] = (await segments.params).nextauth;
  if (!used.has(action)) return Response.json({ error: "not-found" }, { status: 404 });
  // Its own pages and ours send forms; on invalid JSON it throws, with a stack trace in the log.
  const type = request.headers.get("content-type");
  if (request.method === "POST" && !type?.startsWith("application/x-www-form-urlencoded"))
    return Response.json({ error: "invalid-input" }, { status: 400 });
  return NextAuth(await authOptions())(request, segments);
}

export { handle as GET, handle as POST };
