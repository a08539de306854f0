/** Signs that a terminal obeys instead of showing: what strangers write moves no cursor and sets no title. */
const commands = /(?![\n\t])\p{Cc}/gu;

export function printable(text: string): string {
  return text.replace(commands, "");
}

/** The same value, with what a terminal would obey or turn around written as its number. */
export function printableJson(value: unknown, indent = 2): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
