import NextAuth from "next-auth";
import type { NextRequest } from "next/server";

import { authOptions } from "../../../_auth/options.ts";

interface Segments {
  params: Promise<{ nextauth: string[] }>;
}

async function handle(request: NextRequest, segments: Segments): Promise<Response> {
  return NextAuth(await authOptions())(request, segments);
}

export { handle as GET, handle as POST };
