import { afterAll, beforeAll, expect, test } from "vitest";

import { actionBody, ask, Fields, outcomeOf, type Answered, type Asked } from "./ask.ts";
import {
  actionsInBuild,
  actionsInSources,
  addressOf,
  filesWithEndpoints,
  methodsOf,
  type Action,
} from "./endpoints.ts";
import { actions, type Ids } from "./expectations.ts";
import { endpoints } from "./expected-endpoints.ts";
import { expectedKinds, isAllowed, isExpected, isReadRightly, kindOf, visitors } from "./judge.ts";
import {
  askedWith,
  nonsenseArguments,
  nonsenseBodies,
  nonsenseIds,
  nonsenseKinds,
  nonsenseValues,
  unreadableArguments,
} from "./nonsense.ts";
import { absentIds, haveSetting, secretWord, type Setting } from "./setting.ts";
import { watchMemory } from "./watch-memory.ts";

type Sent = ReturnType<typeof actionBody>;

let setting: Setting;
/** Everything that a browser can call. */
const build: Action[] = [];

beforeAll(async () => {
  setting = await haveSetting();
  build.push(...actionsInBuild());
});
afterAll(() => setting?.end());

test("every page, route and action has an expectation, and no expectation is left over", () => {
  expect(Object.keys(endpoints).toSorted()).toEqual(filesWithEndpoints());
  expect(Object.keys(actions).toSorted()).toEqual(actionsInSources());
  expect(build.map(({ name }) => name).filter((name) => !(name in actions))).toEqual([]);
  expect(build.length).toBeGreaterThan(0);
});

test("pages and routes show themselves to those who may, and nothing of it to others", async () => {
  const wrong: string[] = [];
  const slugs = [setting.ids.workspace, setting.otherWorkspace];
  for (const visitor of visitors) {
    const cookie = await setting.cookieOf(visitor);
    await each(Object.entries(endpoints), async ([file, { least }]) => {
      const path = pathOf(file, setting.ids);
      for (const method of file.endsWith("page.tsx") ? ["GET"] : methodsOf(file)) {
        const asked = { path, method, headers: { ...cookie, ...(method !== "GET" && own()) } };
        const answer = await ask(setting.port, asked);
        const wanted = expectedKinds(visitor, least, file, slugs);
        if (!wanted.includes(kindOf(answer)))
          wrong.push(`${visitor} ${method} ${file}: ${kindOf(answer)}, not ${wanted.join(", ")}`);
        if (!isReadRightly(visitor, file, answer, secretWord))
          wrong.push(`${visitor} ${file}: reads what they may not, or not what they may`);
      }
    });
  }
  expect(wrong).toEqual([]);
});

test("another workspace's ids answer in one's own as ids of nothing, and change nothing there", async () => {
  const cookie = await setting.cookieOf("stranger");
  const before = await setting.rows();
  const mine = { ...setting.ids, workspace: setting.otherWorkspace };
  const wrong: string[] = [];
  await each(Object.keys(endpoints), async (file) => {
    const [theirs, none] = [pathOf(file, mine), pathOf(file, absentIds(mine))];
    if (theirs === none || !file.includes("[workspace]")) return;
    const answers = await Promise.all(
      [theirs, none].map((path) => ask(setting.port, { path, headers: cookie })),
    );
    const [one, two] = answers.map(kindOf);
    if (one !== two || one === "shown") wrong.push(`${file}: ${one}, but ${two} for nothing`);
  });
  await each(build, async (action) => {
    const { least, args } = actions[action.name]!;
    const answers: Answered[] = [];
    for (const ids of [mine, absentIds(mine)])
      answers.push(await call(action, args(ids), await setting.cookieOf("stranger")));
    const [one, two] = answers.map(outcomeOf);
    const isOwn = least === "anyone" || least === "signed-in";
    // Whoever owns one may make workspaces, each with a name of its own.
    if (one?.replace(/-\d+/, "") !== two?.replace(/-\d+/, "") && !isOwn)
      wrong.push(`${action.name}: ${one}, but ${two} for nothing`);
    if (answers.some(({ text }) => text.includes(secretWord))) wrong.push(`${action.name}: read`);
  });
  expect(wrong).toEqual([]);
  expect(await setting.rows()).toEqual(before);
});

test("actions refuse each role by name what it may not, and nothing changes", async () => {
  const before = await setting.rows();
  const wrong: string[] = [];
  for (const visitor of visitors)
    await each(build, async (action) => {
      const { least, args } = actions[action.name]!;
      if (isAllowed(visitor, least)) return;
      for (const ids of [absentIds(setting.ids), setting.ids]) {
        const outcome = outcomeOf(await call(action, args(ids), await setting.cookieOf(visitor)));
        if (!isExpected(visitor, least, outcome))
          wrong.push(`${visitor} ${action.name}: ${outcome}`);
      }
    });
  expect(wrong).toEqual([]);
  expect(await setting.rows()).toEqual(before);
});

test("actions do for each role what it may", async () => {
  const wrong: string[] = [];
  for (const visitor of visitors)
    await each(build, async (action) => {
      const { least, args } = actions[action.name]!;
      if (!isAllowed(visitor, least)) return;
      const nothing = args(absentIds(setting.ids));
      const outcome = outcomeOf(await call(action, nothing, await setting.cookieOf(visitor)));
      if (!isExpected(visitor, least, outcome)) wrong.push(`${visitor} ${action.name}: ${outcome}`);
    });
  expect(wrong).toEqual([]);
});

test("what no page sends is answered 400 or as nothing, and leaves no line in the log", async () => {
  const said = setting.product.said().length;
  const cookie = await setting.cookieOf("owner");
  const wrong: string[] = [];
  const expectNone = async (asked: Asked) => {
    const { status } = await ask(setting.port, asked);
    if (status >= 500) wrong.push(`${asked.method ?? "GET"} ${asked.path.slice(0, 90)}: ${status}`);
  };
  await each([...build.entries()], async ([index, action]) => {
    const args = actions[action.name]!.args(setting.ids);
    if (args.length === 0) return;
    const type = { "content-type": "text/plain" };
    const texts = [...nonsenseArguments, ...(index < 3 ? unreadableArguments : [])];
    const bodies: Sent[] = texts.map((body) => ({ headers: type, body }));
    bodies.push(...nonsenseKinds);
    const nul = args.map((arg) => (arg instanceof Fields ? new Fields({ workspace: "x\0" }) : arg));
    if (args.some((arg) => arg instanceof Fields)) bodies.push(actionBody(nul));
    for (const { headers, body } of bodies) {
      const { status } = await post(action, { headers: { ...headers, ...cookie }, body });
      if (status !== 400) wrong.push(`${action.name} with ${body.slice(0, 40)}: ${status}`);
    }
  });
  await each(Object.keys(endpoints), async (file) => {
    const path = pathOf(file, setting.ids);
    for (const id of nonsenseIds) {
      const names = ["post", "delivery", "person", "media", "signIn", "token", "account", "path"];
      const strange = Object.fromEntries(names.map((name) => [name, id]));
      const strangePath = pathOf(file, { ...setting.ids, ...strange });
      if (strangePath !== path) await expectNone({ path: strangePath, headers: cookie });
    }
    for (const name of askedWith(file)) {
      const queries = nonsenseValues.map((value) => `${name}=${value}`);
      for (const query of [...queries, `${name}=1&${name}=2`, `${name}[x]=1`])
        await expectNone({ path: `${path}?${query}`, headers: cookie });
    }
    if (file.endsWith("page.tsx") || !methodsOf(file).includes("POST")) return;
    for (const { type, body } of nonsenseBodies) {
      const headers = { ...cookie, ...own(), "content-type": type };
      await expectNone({ path, method: "POST", headers, body });
    }
  });
  expect(wrong).toEqual([]);
  expect(setting.product.said().slice(said)).toBe("");
});

test("a foreign host, a foreign origin and 100 MB are refused everywhere, and memory stays", async () => {
  const cookie = await setting.cookieOf("owner");
  const wrong: string[] = [];
  const expectStatus = async (asked: Asked, allowed: readonly number[], what: string) => {
    const { status } = await ask(setting.port, asked);
    if (!allowed.includes(status)) wrong.push(`${what} ${asked.path}: ${status}`);
  };
  const targets = [
    ...Object.keys(endpoints).map((file) => ({ path: pathOf(file, setting.ids), headers: {} })),
    ...build.map(({ id, page }) => ({
      path: pathOf(page, setting.ids),
      headers: { "next-action": id },
    })),
  ];
  const memory = watchMemory(setting.product.child.pid!);
  let tried = 0;
  await each(targets, async ({ path, headers }) => {
    tried += 1;
    if (tried % 20 === 0) memory.look();
    const evil = { ...headers, ...cookie, origin: "https://evil.example" };
    const rebound = { ...evil, host: "rebind.example", origin: "http://rebind.example" };
    await expectStatus({ path, headers: { host: "rebind.example" } }, [421], "GET at another host");
    await expectStatus({ path, method: "POST", headers: rebound }, [421], "POST at another host");
    await expectStatus({ path, method: "POST", headers: evil }, [403], "POST from elsewhere");
    const mine = { path, method: "POST", headers: { ...headers, ...cookie, ...own() } };
    const theirs = { ...mine, headers: { ...headers, ...own() } };
    // Routes answer who is signed out without reading; that there is nothing to post to, too.
    const answered = path.startsWith("/api/") ? [401, 404, 405, 413] : [413];
    await expectStatus({ ...mine, flood: "unsaid" }, [413], "flood");
    await expectStatus({ ...theirs, flood: "said" }, answered, "flood of a stranger");
    if ("next-action" in headers) return;
    await expectStatus({ ...mine, flood: "said" }, [413], "announced flood");
    await expectStatus({ ...theirs, flood: "unsaid" }, answered, "unannounced flood of a stranger");
  });
  expect(wrong).toEqual([]);
  expect(memory.growth()).toBeLessThan(heldBodies);
  expect((await ask(setting.port, { path: "/api/health" })).status).toBe(200);
});

/** Four bodies of 100 MB come in at a time; whoever held them would grow by more. */
const heldBodies = 300_000_000;

function pathOf(file: string, ids: Ids & Readonly<Record<string, string>>): string {
  const brackets = endpoints[file]?.ids ?? {};
  const named = Object.entries(brackets).map(([bracket, name]) => [bracket, ids[name!]] as const);
  const other = {
    token: "a-token-that-nobody-was-given",
    nextauth: "csrf",
    network: "practice",
    rule: "new",
  };
  return addressOf(file, { ...other, path: "none", ...ids, ...Object.fromEntries(named) });
}

function own(): Record<string, string> {
  return { origin: `http://localhost:${setting.port}` };
}

function post(action: Action, asked: Pick<Asked, "headers" | "body">): Promise<Answered> {
  const headers = { ...asked.headers, ...own(), "next-action": action.id };
  const path = pathOf(`${action.page}.tsx`, setting.ids);
  return ask(setting.port, { ...asked, path, method: "POST", headers });
}

function call(action: Action, args: readonly unknown[], cookie: Record<string, string>) {
  const { headers, body } = actionBody(args);
  return post(action, { headers: { ...headers, ...cookie }, body });
}

/** A few at a time. */
async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all([1, 2, 3, 4].map(worker));
}
