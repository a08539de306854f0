DROP INDEX "persons_merged";--> statement-breakpoint
CREATE INDEX "persons_merged" ON "persons" USING btree ("merged_into") WHERE "persons"."merged_into" is not null;