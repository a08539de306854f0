/** What is copied from a web page brings invisible direction marks with it. */
export function plain(answer: string | undefined): string {
  return (answer ?? "").replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "").trim();
}

/** Without the at sign that people write before it. */
export function plainHandle(answer: string | undefined): string {
  return plain(answer).replace(/^@/, "").trim();
}
