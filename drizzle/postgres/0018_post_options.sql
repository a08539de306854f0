ALTER TABLE "post_versions" ADD COLUMN "options" jsonb;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "disclosure" jsonb;