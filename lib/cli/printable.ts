/** Control characters, removed so that texts of strangers cannot control the terminal. */
const commands = /(?![\n\t])\p{Cc}/gu;

export function printable(text: string): string {
  return text.replace(commands, "");
}

/** Returns JSON in which control characters and bidirectional formatting characters are escaped. */
export function printableJson(value: unknown, indent = 2): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
