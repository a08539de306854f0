import { ApiError, type Incoming } from "./http.ts";

/** So many in so long. */
export interface Budget {
  readonly most: number;
  readonly ms: number;
}

export interface Budgets {
  token: Budget;
  posting: Budget;
  media: Budget;
  deleting: Budget;
}

const minute = 60_000;

export const defaultBudgets: Budgets = {
  token: { most: 300, ms: 5 * minute },
  posting: { most: 300, ms: 180 * minute },
  media: { most: 30, ms: 30 * minute },
  deleting: { most: 30, ms: 30 * minute },
};

export class RateLimits {
  budgets: Budgets;
  private readonly windows = new Map<string, { began: number; used: number }>();

  constructor(budgets: Partial<Budgets> = {}) {
    this.budgets = { ...defaultBudgets, ...budgets };
  }

  /** The headers that every answer bears; throws 429 once nothing is left. */
  spend({ world, token, method, path }: Incoming): Record<string, string> {
    if (!token) return {};
    const general = this.spendOn("token", token.value, world.now());
    const kind = familyOf(method, path);
    return kind ? this.spendOn(kind, token.person?.id ?? token.value, world.now()) : general;
  }

  private spendOn(kind: keyof Budgets, who: string, now: Date): Record<string, string> {
    const { most, ms } = this.budgets[kind];
    const began = Math.floor(now.getTime() / ms) * ms;
    const key = `${kind} ${who}`;
    const known = this.windows.get(key);
    const used = (known?.began === began ? known.used : 0) + 1;
    this.windows.set(key, { began, used });
    const headers = {
      "x-ratelimit-limit": String(most),
      "x-ratelimit-remaining": String(Math.max(0, most - used)),
      // Microseconds, as Rails writes them.
      "x-ratelimit-reset": new Date(began + ms).toISOString().replace("Z", "000Z"),
    };
    if (used > most) throw new ApiError(429, "Too many requests", headers);
    return headers;
  }
}

function familyOf(method: string, path: string): keyof Budgets | undefined {
  if (method === "POST" && path === "/api/v1/statuses") return "posting";
  if (method === "POST" && path === "/api/v2/media") return "media";
  return method === "DELETE" && path.startsWith("/api/v1/statuses/") ? "deleting" : undefined;
}
