import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

/** X's own specification lies beside the checkout on machines that have it. */
const file = new URL("../../../../shared/specs/x-openapi-2.167.json", import.meta.url);

export const isSpecificationHere = existsSync(file);

export interface Checked {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: unknown;
  readonly headers: Record<string, string>;
}

/** What X's specification finds wrong with a request, or with our own answer to it. */
export interface Specification {
  complaintsAbout(request: Checked): string[];
  complaintsAboutAnswer(request: Checked, status: number, body: unknown): string[];
}

export async function readSpecification(): Promise<Specification | undefined> {
  if (!isSpecificationHere) return undefined;
  const { OpenAPIBackend } = await import("openapi-backend");
  const definition = JSON.parse(await readFile(file, "utf8"));
  delete definition.servers;
  const api = new OpenAPIBackend({
    definition,
    quick: true,
    strict: false,
    ajvOpts: { strict: false, validateFormats: false, unicodeRegExp: false },
  });
  await api.init();
  return {
    complaintsAbout(request) {
      if (!api.matchOperation(request)) return [`X has no ${request.method} ${request.path}`];
      return said(api.validateRequest(request).errors);
    },
    complaintsAboutAnswer(request, status, body) {
      const operation = api.matchOperation(request);
      if (!operation || status >= 300) return [];
      return said(api.validateResponse(body, operation, status).errors);
    },
  };
}

interface Complaint {
  instancePath: string;
  message?: string | undefined;
}

function said(errors: readonly Complaint[] | null | undefined): string[] {
  return (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
