export interface Page {
  readonly address: string;
  readonly text: string;
}

export interface Visitor {
  /** Follows redirects, as a browser does. */
  readonly visit: (address: string, form?: Record<string, string>) => Promise<Page>;
}

/** Keeps cookies for each origin, so that a flow over two sites can be walked without a browser. */
export function haveVisitor(): Visitor {
  const jars = new Map<string, Map<string, string>>();
  return { visit };

  async function visit(address: string, form?: Record<string, string>): Promise<Page> {
    const answer = await send(new URL(address), form);
    const next = answer.headers.get("location");
    if (next) return visit(new URL(next, address).href);
    return { address, text: await answer.text() };
  }

  async function send(url: URL, form?: Record<string, string>): Promise<Response> {
    const jar = jars.get(url.origin) ?? new Map<string, string>();
    jars.set(url.origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, {
      redirect: "manual",
      headers: { cookie, ...(form && { origin: url.origin }) },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) keep(jar, line);
    return answer;
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const pair = line.split(";")[0] ?? "";
  const name = pair.slice(0, pair.indexOf("="));
  const value = pair.slice(pair.indexOf("=") + 1);
  if (value === "") jar.delete(name);
  else jar.set(name, value);
}
