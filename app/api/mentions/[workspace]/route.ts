import { listMentionable, mentionableInput } from "#lib/people/list-mentionable";

import { answerAsJson } from "../../answer-as-json.ts";

type Address = { params: Promise<{ workspace: string }> };

/**
 * Returns people who can be mentioned: `?q=` is the beginning of a name, `&network=` is given once per
 * network.
 */
export async function GET(request: Request, { params }: Address): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const asked = mentionableInput.safeParse({
    search: searchParams.get("q") ?? "",
    networks: searchParams.getAll("network"),
  });
  return answerAsJson((await params).workspace, asked, listMentionable);
}
