/** What may go wrong at a test server, by the key of its button. */
export type Mishaps<Server> = Readonly<
  Record<string, readonly [what: string, happen: (server: Server) => void]>
>;

/** Lets happen what the page's form asks for. */
export function happen<Server>(mishaps: Mishaps<Server>, form: Buffer, server: Server): void {
  mishaps[new URLSearchParams(form.toString()).get("do") ?? ""]?.[1](server);
}

export function controlPage<Server>(network: string, mishaps: Mishaps<Server>): string {
  const buttons = Object.entries(mishaps).map(
    ([key, [what]]) => `<p><button name="do" value="${key}">${what}</button></p>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>What goes wrong here</title>
    <h1>What goes wrong here</h1>
    <p>For development. ${network} itself has no such page.</p>
    <form method="post" action="/control">${buttons.join("")}</form></html>`;
}
