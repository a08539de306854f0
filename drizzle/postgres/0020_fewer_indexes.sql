DROP INDEX "moments_once";--> statement-breakpoint
DROP INDEX "classifications_stage";--> statement-breakpoint
DROP INDEX "transitions_when";--> statement-breakpoint
DROP INDEX "moments_person";--> statement-breakpoint
DROP INDEX "touchpoints_text";--> statement-breakpoint
DROP INDEX "touchpoints_post";--> statement-breakpoint
CREATE INDEX "transitions_chosen" ON "transitions" USING btree ("workspace_id") WHERE "transitions"."is_manual";--> statement-breakpoint
CREATE INDEX "moments_person" ON "moments" USING btree ("person_id","touchpoint_id");--> statement-breakpoint
CREATE INDEX "touchpoints_text" ON "touchpoints" USING btree ("text_digest","is_contest","occurred_at") WHERE "touchpoints"."text_digest" is not null;--> statement-breakpoint
CREATE INDEX "touchpoints_post" ON "touchpoints" USING btree ("post_id") WHERE "touchpoints"."post_id" is not null;