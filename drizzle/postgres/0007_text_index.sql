-- Words by which people and posts are found; lib/db/text-index.ts. Filled at the next start.
CREATE TABLE "text_index" (
	"rowid" bigint PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"tokens" "tsvector" NOT NULL
);--> statement-breakpoint
CREATE INDEX "text_index_tokens" ON "text_index" USING gin ("tokens") WITH (gin_pending_list_limit = 256);
