import { DraftKeeper } from "../../app/_components/composer/draft-keeper.ts";
import type { DraftOptions } from "../../app/_components/composer/draft-state.ts";
import type { Draft } from "../../app/_components/composer/draft.ts";
import type { SaveDraft } from "../../app/_components/composer/save-draft.ts";

export const owner = "ada workspace-1";
export const empty: Draft = {
  stageId: null,
  accountIds: ["one"],
  parts: [{ text: "", images: [] }],
  versions: {},
  options: {},
  disclosure: null,
  language: null,
};
export const written = (text: string): Draft => ({ ...empty, parts: [{ text, images: [] }] });

/** A keeper that says what it is asked, and saves on a server of its own. */
export function keeperOf(
  draft: Draft,
  over: {
    owner?: string;
    postId?: string;
    version?: number;
    send?: SaveDraft;
    load?: DraftOptions["load"];
    onPost?: DraftOptions["onPost"];
  } = {},
): DraftKeeper {
  const { postId, version } = over;
  const { send = aServer().send, load = async () => ({ ok: false }), onPost = () => {} } = over;
  return new DraftKeeper(
    { draft, postId, version },
    { send, load, owner: over.owner ?? owner, onPost },
  );
}

/** Answers every save with the next version, or with a refusal. */
export function aServer(answer?: string, detail: Record<string, string> = {}) {
  const server = {
    answer,
    sent: [] as Parameters<SaveDraft>[0][],
    send: async (input: Parameters<SaveDraft>[0]): Promise<Awaited<ReturnType<SaveDraft>>> => {
      server.sent.push(input);
      if (server.answer) return { ok: false, refusal: server.answer, detail };
      return { ok: true, value: { id: "post", version: server.sent.length } };
    },
  };
  return server;
}

export function never(): Promise<never> {
  return new Promise(() => {});
}
