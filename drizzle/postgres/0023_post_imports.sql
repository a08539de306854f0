ALTER TABLE "posts" ADD COLUMN "import_key" text;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "import_id" text;--> statement-breakpoint
CREATE UNIQUE INDEX "posts_import_once" ON "posts" USING btree ("workspace_id","import_key");