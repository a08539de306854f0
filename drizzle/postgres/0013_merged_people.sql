CREATE TABLE "identity_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"identity_id" text NOT NULL,
	"key" text NOT NULL,
	"is_shared" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "merge_vetoes" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"person_id" text NOT NULL,
	"other_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "recognitions" ADD COLUMN "merged_from" text;--> statement-breakpoint
ALTER TABLE "transitions" ADD COLUMN "merged_from" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "merged_from" text;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "merged_from" text;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "links" jsonb;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "merged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "own" jsonb;--> statement-breakpoint
CREATE INDEX "identity_keys_key" ON "identity_keys" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE INDEX "identity_keys_shared" ON "identity_keys" USING btree ("workspace_id","is_shared","key");--> statement-breakpoint
CREATE INDEX "identity_keys_identity" ON "identity_keys" USING btree ("identity_id");--> statement-breakpoint
CREATE INDEX "merge_vetoes_person" ON "merge_vetoes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "merge_vetoes_other" ON "merge_vetoes" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "persons_merged" ON "persons" USING btree ("merged_into");