-- AIDA has names of its own: the keys say so, and the plan goes by them.
UPDATE "stages" SET "key" = 'awareness-attention' WHERE "key" = 'awareness' AND "workspace_id" IN (SELECT "id" FROM "workspaces" WHERE "stage_template" = 'aida');--> statement-breakpoint
UPDATE "stages" SET "key" = 'consideration-interest' WHERE "key" = 'consideration' AND "workspace_id" IN (SELECT "id" FROM "workspaces" WHERE "stage_template" = 'aida');--> statement-breakpoint
UPDATE "stages" SET "key" = 'decision-desire' WHERE "key" = 'decision' AND "workspace_id" IN (SELECT "id" FROM "workspaces" WHERE "stage_template" = 'aida');--> statement-breakpoint
UPDATE "stages" SET "key" = 'purchase-action' WHERE "key" = 'purchase' AND "workspace_id" IN (SELECT "id" FROM "workspaces" WHERE "stage_template" = 'aida');--> statement-breakpoint
UPDATE "workspaces" SET "settings" = (replace(replace(replace(replace("settings"::text, '"awareness":', '"awareness-attention":'), '"consideration":', '"consideration-interest":'), '"decision":', '"decision-desire":'), '"purchase":', '"purchase-action":'))::jsonb WHERE "stage_template" = 'aida';
