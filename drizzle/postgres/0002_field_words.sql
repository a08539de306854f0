ALTER TABLE "deliveries" RENAME COLUMN "doubts" TO "ambiguous_sends";--> statement-breakpoint
ALTER TABLE "deliveries" RENAME COLUMN "absences" TO "not_found_count";--> statement-breakpoint
ALTER TABLE "deliveries" RENAME COLUMN "setbacks" TO "consecutive_failures";--> statement-breakpoint
ALTER TABLE "deliveries" RENAME COLUMN "told_at" TO "alerted_at";--> statement-breakpoint
ALTER TABLE "deliveries" RENAME COLUMN "frozen" TO "snapshot";--> statement-breakpoint
ALTER TABLE "workers" RENAME COLUMN "place" TO "host_identity";--> statement-breakpoint
ALTER TABLE "accounts" RENAME COLUMN "held_until" TO "rate_limited_until";
