import { previewLink, previewLinkInput } from "#lib/posts/preview-link";

import { answerAsJson } from "../../answer-as-json.ts";

type Address = { params: Promise<{ workspace: string }> };

/**
 * Returns the preview of the first link of a text. A route, because actions run one after another and saving
 * must not wait for a website.
 */
export async function POST(request: Request, { params }: Address): Promise<Response> {
  const asked = previewLinkInput.safeParse(await request.json().catch(() => undefined));
  return answerAsJson((await params).workspace, asked, previewLink);
}
