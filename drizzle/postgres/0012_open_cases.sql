DROP INDEX "figures_post";--> statement-breakpoint
ALTER TABLE "journey_checkpoints" ALTER COLUMN "state" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "journey_states" ALTER COLUMN "state" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "beliefs" ADD COLUMN "open_case_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "beliefs_case" ON "beliefs" USING btree ("workspace_id","open_case_at") WHERE "beliefs"."open_case_at" is not null;--> statement-breakpoint
CREATE INDEX "figures_post" ON "figures" USING btree ("post_id","period") WHERE "figures"."post_id" is not null;--> statement-breakpoint
-- Who has an open case is read from what is derived: all of it is made anew.
UPDATE "rebuilds" SET "after" = '', "done" = 0, "total" = 0, "started_at" = NULL, "finished_at" = NULL;