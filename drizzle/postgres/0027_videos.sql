CREATE TABLE "media_pieces" (
	"workspace_id" text NOT NULL,
	"media_id" text NOT NULL,
	"place" integer NOT NULL,
	"stored_at" timestamp (3) with time zone NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "media_pieces_workspace_id_media_id_place_pk" PRIMARY KEY("workspace_id","media_id","place")
);
--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "video" text;