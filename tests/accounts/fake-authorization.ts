import type { Authorization, Callback } from "#lib/networks/contract/connector";

import { fakeNetwork, type FakeNetwork } from "../support/fake-network.ts";

export interface FakeSignInPage extends FakeNetwork {
  /** What `finish` was asked with, in order. */
  readonly finished: { returned: Readonly<Record<string, string>>; callback: Callback }[];
  /** Who is signed in on the network's own page. */
  person: string;
}

/** A network whose own page says yes to whoever is there; its code is "right". */
export function fakeSignInPage(over: Partial<Authorization> = {}): FakeSignInPage {
  const page: FakeSignInPage = Object.assign(fakeNetwork(), {
    finished: [],
    person: "ada.example",
  });
  Object.assign(page.connector, {
    authorization: { ...authorizationOf(page), ...over } satisfies Authorization,
  });
  return page;
}

function authorizationOf(page: FakeSignInPage): Authorization {
  return {
    fields: [
      { name: "server", kind: "url", isRequired: true, fromAccount: "origin" },
      { name: "secret", kind: "password", isRequired: false },
    ],
    availability: (publicUrl) =>
      publicUrl.startsWith("https:") ? "available" : "needs-public-https",
    begin: async (_context, answers, callback) =>
      answers["server"] === "https://nowhere.example"
        ? { kind: "refused", code: "not-found", field: "server", detail: "404" }
        : {
            kind: "redirect",
            url: `https://fake.example/authorize?state=${callback.state}`,
            memory: { verifier: "v", server: answers["server"] ?? "" },
          },
    finish: async (_context, memory, returned, callback) => {
      page.finished.push({ returned, callback });
      if (returned["code"] !== "right" || memory["verifier"] !== "v")
        return { kind: "refused", code: "wrong-credentials", detail: "invalid_grant" };
      return {
        kind: "connected",
        remoteId: `remote:${page.person}`,
        handle: page.person,
        displayName: page.person,
        avatarUrl: undefined,
        origin: "https://fake.example",
        credentials: { token: page.tokenVersion },
      };
    },
  };
}
