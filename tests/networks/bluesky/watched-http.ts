import type { Http, HttpRequest } from "#lib/kernel/ports";

/** Delivers every request and loses every answer to a POST. */
export function losingAnswers(http: Http): Http {
  return {
    ...http,
    send: async (url, request) => {
      const answer = await http.send(url, request);
      return request?.method === "POST"
        ? { ...answer, status: 502, body: Buffer.from("<html>") }
        : answer;
    },
  };
}

/** Writes down `token <url>` or `plain <url>` for everything that is sent. */
export function noting(http: Http, sent: string[]): Http {
  return {
    ...http,
    send: (url: string, request?: HttpRequest) => {
      sent.push(`${request?.headers?.["authorization"] ? "token" : "plain"} ${url}`);
      return http.send(url, request);
    },
  };
}
