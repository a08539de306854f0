CREATE TABLE "trials" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"identity_id" text NOT NULL,
	"group" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"watched_until" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "trials_when" ON "trials" USING btree ("workspace_id","watched_until");--> statement-breakpoint
CREATE INDEX "trials_identity" ON "trials" USING btree ("identity_id");--> statement-breakpoint
-- More words are known to tell of a death or an illness: everybody's are read again.
UPDATE "rebuilds" SET "after" = '', "done" = 0, "total" = 0, "started_at" = NULL, "finished_at" = NULL;