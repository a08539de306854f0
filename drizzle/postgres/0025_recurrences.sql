CREATE TABLE "recurrences" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"author_id" text NOT NULL,
	"rule" text NOT NULL,
	"start_day" text NOT NULL,
	"time" text NOT NULL,
	"time_zone" text NOT NULL,
	"ends_before" text,
	"stage_id" text,
	"words" jsonb NOT NULL,
	"chosen" jsonb NOT NULL,
	"language" text,
	"disclosure" jsonb,
	"turn" integer NOT NULL,
	"made_through" text,
	"next_make_at" timestamp (3) with time zone,
	"obstacle" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "recurrence_id" text;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "recurrence_day" text;--> statement-breakpoint
CREATE INDEX "recurrences_due" ON "recurrences" USING btree ("next_make_at");--> statement-breakpoint
CREATE INDEX "recurrences_workspace" ON "recurrences" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_occurrence_once" ON "posts" USING btree ("recurrence_id","recurrence_day");