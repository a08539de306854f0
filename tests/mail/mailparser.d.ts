/** The part that tests use; the package comes without types. */
declare module "mailparser" {
  export interface ParsedMail {
    readonly subject?: string;
    readonly text?: string;
    readonly html: string | false;
    readonly messageId?: string;
    readonly from?: { readonly text: string };
    readonly to?: { readonly text: string };
    readonly headers: ReadonlyMap<string, unknown>;
  }
  export function simpleParser(source: NodeJS.ReadableStream): Promise<ParsedMail>;
}
