ALTER TABLE "touchpoints" ADD COLUMN "is_answer_to_other" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "beliefs" ADD COLUMN "is_deciding" boolean DEFAULT false NOT NULL;