CREATE TABLE "webhook_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"family" text NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"arrived_at" timestamp (3) with time zone,
	"arrived" integer NOT NULL,
	"ignored" integer NOT NULL,
	"last_ignored" text,
	"refused_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "last_reported_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "last_found_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_lines_family" ON "webhook_lines" USING btree ("family");