/** Somebody on the network: speaks the protocol directly, so that no code of ours judges itself. */
export interface BlueskyActor {
  readonly did: string;
  readonly handle: string;
  readonly password: string;
  readonly like: (post: Ref) => Promise<Ref>;
  readonly repost: (post: Ref) => Promise<Ref>;
  readonly follow: (did: string) => Promise<Ref>;
  readonly post: (text: string, more?: object) => Promise<Ref>;
  readonly reply: (text: string, to: Ref) => Promise<Ref>;
  readonly quote: (text: string, post: Ref) => Promise<Ref>;
  /** Names somebody at the very end of the text. */
  readonly mention: (text: string, somebody: { did: string; handle: string }) => Promise<Ref>;
  readonly upload: (bytes: Uint8Array<ArrayBuffer>, type: string) => Promise<object>;
  readonly remove: (record: Ref) => Promise<void>;
  readonly call: (method: string, input?: object, params?: Record<string, string>) => Promise<Json>;
}

export interface Ref {
  readonly uri: string;
  readonly cid: string;
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers of a foreign server, looked into by tests
type Json = any;

export async function createActor(
  pds: string,
  name: string,
  displayName: string,
): Promise<BlueskyActor> {
  const [handle, password] = [`${name}.test`, `password of ${name}`];
  const email = `${name}@mail.test`;
  const session = await xrpc(pds, "com.atproto.server.createAccount", { handle, email, password });
  const actor = actorOf(pds, session, handle, password);
  await actor.call("com.atproto.repo.putRecord", {
    repo: actor.did,
    collection: "app.bsky.actor.profile",
    rkey: "self",
    record: { $type: "app.bsky.actor.profile", displayName },
  });
  return actor;
}

function actorOf(pds: string, session: Json, handle: string, password: string): BlueskyActor {
  const did: string = session.did;
  const call: BlueskyActor["call"] = (method, input, params) =>
    xrpc(pds, method, input, { params, token: session.accessJwt });
  const create = (collection: string, fields: object): Promise<Ref> =>
    call("com.atproto.repo.createRecord", {
      repo: did,
      collection,
      record: { $type: collection, createdAt: new Date().toISOString(), ...fields },
    });
  const post: BlueskyActor["post"] = (text, more) =>
    create("app.bsky.feed.post", { text, ...more });
  return {
    did,
    handle,
    password,
    call,
    post,
    like: (subject) => create("app.bsky.feed.like", { subject: bare(subject) }),
    repost: (subject) => create("app.bsky.feed.repost", { subject: bare(subject) }),
    follow: (subject) => create("app.bsky.graph.follow", { subject }),
    reply: (text, to) => post(text, { reply: { root: bare(to), parent: bare(to) } }),
    quote: (text, to) =>
      post(text, { embed: { $type: "app.bsky.embed.record", record: bare(to) } }),
    mention: (text, somebody) => post(`${text}${somebody.handle}`, mentionAtEnd(text, somebody)),
    upload: async (bytes, type) => {
      const response = await fetch(`${pds}/xrpc/com.atproto.repo.uploadBlob`, {
        method: "POST",
        headers: { authorization: `Bearer ${session.accessJwt}`, "content-type": type },
        body: bytes,
      });
      return ((await response.json()) as Json).blob;
    },
    remove: async ({ uri }) => {
      const [, , repo, collection, rkey] = uri.split("/");
      await call("com.atproto.repo.deleteRecord", { repo, collection, rkey });
    },
  };
}

function bare({ uri, cid }: Ref): Ref {
  return { uri, cid };
}

function mentionAtEnd(text: string, { did, handle }: { did: string; handle: string }) {
  const byteEnd = Buffer.byteLength(text + handle);
  const index = { byteStart: Buffer.byteLength(text) - 1, byteEnd };
  return { facets: [{ index, features: [{ $type: "app.bsky.richtext.facet#mention", did }] }] };
}

/** Throws `HTTP <status> <error>: <message>`. */
export async function xrpc(
  origin: string,
  method: string,
  input?: object,
  { params, token }: { params?: Record<string, string> | undefined; token?: string } = {},
): Promise<Json> {
  const query = params ? `?${new URLSearchParams(params).toString()}` : "";
  const response = await fetch(`${origin}/xrpc/${method}${query}`, {
    method: input ? "POST" : "GET",
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(input ? { "content-type": "application/json" } : {}),
    },
    ...(input ? { body: JSON.stringify(input) } : {}),
  });
  const text = await response.text();
  const answer: Json = text ? JSON.parse(text) : {};
  if (!response.ok) throw new Error(`HTTP ${response.status} ${answer.error}: ${answer.message}`);
  return answer;
}
