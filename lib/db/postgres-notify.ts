import pg from "pg";

const channel = "shoutloop_commit";
const reconnectMs = 1_000;

/** Part of every writing transaction: PostgreSQL delivers it when, and only when, the transaction commits. */
export const notifyCommit = `notify ${channel}`;

/** Hears of commits by other processes. A lost connection is opened again; until then polling is the truth. */
export function listenForCommits(url: string, notify: () => void): () => Promise<void> {
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on("error", () => {});
    next.on("end", again);
    next.on("notification", notify);
    client = next;
    await next.connect();
    await next.query(`listen ${channel}`);
    // Whatever was committed while nobody listened.
    notify();
  }
  function again(): void {
    if (stopped || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (!stopped) open().catch(again);
    }, reconnectMs);
    timer.unref();
  }

  open().catch(again);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}
