CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email_proven_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_end" ON "sessions" USING btree ("ends_at");--> statement-breakpoint
-- Whoever set the installation up, and whom a provider has vouched for.
UPDATE "users" SET "email_proven_at" = "created_at" WHERE "open_id_subject" IS NOT NULL OR "id" = (SELECT "id" FROM "users" ORDER BY "created_at", "id" LIMIT 1);