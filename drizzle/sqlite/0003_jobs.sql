CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`event_id` text NOT NULL,
	`event_type` text NOT NULL,
	`handler` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_try_at` integer,
	`lease_until` integer,
	`last_error` text,
	`died_at` integer
);
--> statement-breakpoint
CREATE INDEX `jobs_waiting` ON `jobs` (`died_at`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_workspace` ON `jobs` (`workspace_id`,`died_at`);--> statement-breakpoint
DROP INDEX `events_pending`;--> statement-breakpoint
-- What was still to be done after events.
INSERT INTO `jobs` (`id`, `workspace_id`, `event_id`, `event_type`, `handler`, `attempts`, `lease_until`)
SELECT e.id || ':' || h.handler, e.workspace_id, e.id, e.type, h.handler, 0, e.lease_until
FROM `events` e JOIN (
  SELECT 'account.connected' AS type, 'settle-notifications' AS handler
  UNION ALL SELECT 'account.connected', 'collect-soon'
  UNION ALL SELECT 'account.needs-reconnect', 'notify'
  UNION ALL SELECT 'account.out-of-credit', 'notify'
  UNION ALL SELECT 'account.recovered', 'settle-notifications'
  UNION ALL SELECT 'account.resumed', 'settle-notifications'
  UNION ALL SELECT 'delivery.published', 'settle-notifications'
  UNION ALL SELECT 'delivery.published', 'record-recognition'
  UNION ALL SELECT 'delivery.published', 'collect-soon'
  UNION ALL SELECT 'delivery.failed', 'notify'
  UNION ALL SELECT 'delivery.needs-person', 'notify'
  UNION ALL SELECT 'delivery.takes-long', 'notify'
  UNION ALL SELECT 'delivery.answered', 'settle-notifications'
  UNION ALL SELECT 'post.rescheduled', 'settle-notifications'
  UNION ALL SELECT 'post.unscheduled', 'settle-notifications'
  UNION ALL SELECT 'post.deleted', 'reopen-shout-out'
  UNION ALL SELECT 'touchpoints.recorded', 'update-journeys'
  UNION ALL SELECT 'touchpoint.confirmed', 'update-journeys'
  UNION ALL SELECT 'safe-mode.entered', 'notify'
) h ON h.type = e.type WHERE e.is_pending;--> statement-breakpoint
ALTER TABLE `events` DROP COLUMN `is_pending`;--> statement-breakpoint
ALTER TABLE `events` DROP COLUMN `lease_until`;