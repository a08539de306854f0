/** What is copied from a web page brings invisible direction marks with it. */
export function plain(answer: string | undefined): string {
  return (answer ?? "").replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "").trim();
}

/** What people of the usual server are called when they leave its name off. */
export const usualDomain = ".bsky.social";

/**
 * The handle in what somebody typed or pasted: `@anna`, `at://anna.example`, the address of a profile.
 * One without a domain gets `domain`; e-mail addresses and ids stay as they are.
 */
export function handleIn(answer: string | undefined, domain: string | undefined): string {
  const typed = plain(answer);
  const address = /^(?:https?:\/\/)?[^/\s]+\/profile\/([^/?#\s]+)/i.exec(typed)?.[1];
  const handle = (address ?? typed.replace(/^at:\/\//i, "").replace(/\/.*$/s, ""))
    .replace(/^@/, "")
    .trim();
  const isWhole = handle === "" || /[.:@]/.test(handle);
  return isWhole ? handle : handle + (domain ?? "");
}

/** Whether it names a person the way the protocol does, and not by their e-mail address. */
export function isHandle(name: string): boolean {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(name);
}
