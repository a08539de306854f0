import { describe, expect, test } from "vitest";

import { accessToken } from "#lib/networks/pinterest/token";

import {
  connect,
  partOf,
  prepare,
  publishPart,
  sessionOf,
  tryToConnect,
} from "../network-under-test.ts";
import { oneServer, pass } from "./one-server.ts";
import { connected, pinning, pinterestUnderTest } from "./under-test.ts";

const pinterest = oneServer();

describe("signing in", () => {
  test("a week later it is renewed with a new token for the next time, and so on for ever", async () => {
    const { connector, session } = await connected(pinterest.server);
    let { credentials } = session;
    expect(await connector.describe?.(session)).toMatchObject({ kind: "described" });
    for (let round = 0; round < 12; round += 1) {
      pass(pinterest, 29);
      expect(await connector.describe?.({ ...session, credentials })).toEqual({ kind: "expired" });
      const renewed = await connector.refresh({ ...session, credentials });
      if (renewed.kind !== "refreshed") throw new Error(renewed.kind);
      expect(renewed.credentials).not.toEqual(credentials);
      ({ credentials } = renewed);
    }
    const later = { ...session, credentials };
    expect(await connector.describe?.(later)).toMatchObject({ kind: "described" });
  });

  test("a token for renewing counts once, and not after sixty days", async () => {
    const { connector, session } = await connected(pinterest.server);
    expect(await connector.refresh(session)).toMatchObject({ kind: "refreshed" });
    expect(await connector.refresh(session)).toMatchObject({ kind: "reconnect" });
    const again = await connected(pinterest.server);
    pass(pinterest, 31);
    expect(accessToken(again.session.credentials, pinterest.now)).toBeUndefined();
    pass(pinterest, 30);
    expect(await connector.refresh(again.session)).toMatchObject({ kind: "reconnect" });
  });

  test("one that was taken back on Pinterest is asked to be renewed, and then a person", async () => {
    const { connector, session, brand } = await connected(pinterest.server);
    const request = await prepare(connector, session, partOf({}));
    pinterest.server.oauth.forget(brand.id);
    expect(await connector.publish(session, request)).toEqual({ kind: "expired" });
    expect(await connector.refresh(session)).toMatchObject({ kind: "reconnect" });
  });

  test.each([
    ["a wrong secret", { clientSecret: "wrong" }, "wrong-credentials"],
    ["no secret", { clientSecret: "" }, "wrong-credentials"],
    ["no app id", { clientId: " " }, "wrong-credentials"],
  ])("%s is refused", async (_case, answers, code) => {
    const network = await pinterestUnderTest(pinterest.server);
    if (!network.page) throw new Error("No page.");
    const page = { ...network.page, answers: { ...network.page.answers, ...answers } };
    expect(await tryToConnect({ ...network, page })).toMatchObject({ kind: "refused", code });
  });

  test("who says no is told that nothing is connected", async () => {
    const network = await pinterestUnderTest(pinterest.server);
    if (!network.page) throw new Error("No page.");
    const approve = (url: string) => pinterest.server.authorize(url, network.brand, "deny");
    expect(await tryToConnect({ ...network, page: { ...network.page, approve } })).toMatchObject({
      kind: "refused",
      code: "declined",
    });
  });

  test("secrets stand in no address", async () => {
    await connected(pinterest.server);
    for (const { path, query } of pinterest.server.requests.filter(
      ({ path: to }) => to !== "/oauth/",
    ))
      expect(`${path}?${query}`).not.toMatch(/secret|token=|pin[ar]/i);
  });
});

describe("the sandbox", () => {
  async function inSandbox() {
    const network = await pinterestUnderTest(pinterest.server);
    const token = pinterest.server.oauth.sandboxToken(network.brand.id);
    const { page: _page, ...rest } = network;
    const outcome = await connect({ ...rest, answers: { sandboxToken: ` ${token} ` } });
    const connector = pinning(network.connector, network.board);
    return { connector, session: sessionOf(network.context, outcome), network };
  }

  test("takes what an app in trial pins", async () => {
    pinterest.server.settings.isTrial = true;
    const { connector, session } = await inSandbox();
    const published = await publishPart(connector, session, { text: "Only for us" });
    expect(pinterest.server.world.pins.at(-1)).toMatchObject({
      id: published.remoteId,
      isInSandbox: true,
    });
    expect(await connector.remove(session, published)).toEqual({ kind: "removed" });
  });

  test("its token is not renewed: after its end a person types another", async () => {
    const { connector, session } = await inSandbox();
    pass(pinterest, 40);
    expect(await connector.describe?.(session)).toEqual({ kind: "expired" });
    expect(await connector.refresh(session)).toMatchObject({ kind: "reconnect" });
  });

  test("a token that it does not know is refused, by its field", async () => {
    const { connector, context } = await pinterestUnderTest(pinterest.server);
    expect(await connector.connect(context, { sandboxToken: "pina_none" })).toMatchObject({
      kind: "refused",
      code: "wrong-credentials",
      field: "sandboxToken",
    });
  });
});
