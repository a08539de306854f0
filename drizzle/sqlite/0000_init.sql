CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`network` text NOT NULL,
	`remote_id` text NOT NULL,
	`handle` text NOT NULL,
	`display_name` text NOT NULL,
	`avatar_url` text,
	`origin` text NOT NULL,
	`state` text NOT NULL,
	`problem` text,
	`sealed_credentials` text,
	`credentials_version` integer NOT NULL,
	`refresh_lease_until` integer,
	`held_until` integer,
	`posts_resume_at` integer,
	`cursor` text,
	`next_collect_at` integer NOT NULL,
	`last_collected_at` integer,
	`collect_lease_until` integer,
	`listener_id` text,
	`listen_lease_until` integer,
	`last_published_at` integer,
	`connected_at` integer NOT NULL,
	`connected_by` text NOT NULL,
	`limits` text,
	`described_at` integer,
	`budget` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_remote` ON `accounts` (`workspace_id`,`network`,`remote_id`);--> statement-breakpoint
CREATE INDEX `accounts_collect` ON `accounts` (`state`,`next_collect_at`);--> statement-breakpoint
CREATE TABLE `network_memory` (
	`id` text PRIMARY KEY NOT NULL,
	`network` text NOT NULL,
	`key` text NOT NULL,
	`sealed` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `network_memory_key` ON `network_memory` (`network`,`key`);--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`network` text NOT NULL,
	`account_id` text,
	`state_fingerprint` text NOT NULL,
	`callback_url` text NOT NULL,
	`public_url` text NOT NULL,
	`sealed` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`connected_id` text,
	`failure` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ins_state` ON `sign_ins` (`state_fingerprint`);--> statement-breakpoint
CREATE INDEX `sign_ins_expiry` ON `sign_ins` (`workspace_id`,`expires_at`);--> statement-breakpoint
CREATE TABLE `moments` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `moments_once` ON `moments` (`touchpoint_id`,`kind`);--> statement-breakpoint
CREATE INDEX `moments_person` ON `moments` (`workspace_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `recognitions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`shout_out_id` text,
	`post_id` text,
	`url` text
);
--> statement-breakpoint
CREATE INDEX `recognitions_person` ON `recognitions` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `recognitions_when` ON `recognitions` (`workspace_id`,`at`);--> statement-breakpoint
CREATE TABLE `shout_outs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`person_id` text NOT NULL,
	`identity_id` text NOT NULL,
	`account_id` text NOT NULL,
	`moment_id` text,
	`touchpoint_id` text,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`score` real NOT NULL,
	`raw` real NOT NULL,
	`utility` real NOT NULL,
	`lines` text NOT NULL,
	`draft` text NOT NULL,
	`needs_check` text NOT NULL,
	`post_id` text,
	`skip_reason` text,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text
);
--> statement-breakpoint
CREATE INDEX `shout_outs_status` ON `shout_outs` (`workspace_id`,`status`);--> statement-breakpoint
CREATE INDEX `shout_outs_person` ON `shout_outs` (`person_id`);--> statement-breakpoint
CREATE INDEX `shout_outs_post` ON `shout_outs` (`post_id`);--> statement-breakpoint
CREATE TABLE `appreciations` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`how` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appreciations_once` ON `appreciations` (`touchpoint_id`,`how`);--> statement-breakpoint
CREATE TABLE `metrics` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`delivery_id` text NOT NULL,
	`at` integer NOT NULL,
	`likes` integer NOT NULL,
	`reposts` integer NOT NULL,
	`replies` integer NOT NULL,
	`quotes` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `metrics_delivery` ON `metrics` (`delivery_id`,`at`);--> statement-breakpoint
CREATE TABLE `touchpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`identity_id` text NOT NULL,
	`type` text NOT NULL,
	`channel` text NOT NULL,
	`modality` text NOT NULL,
	`direction` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`local_day` text NOT NULL,
	`local_week` text NOT NULL,
	`remote_id` text NOT NULL,
	`account_id` text,
	`delivery_id` text,
	`post_id` text,
	`text` text,
	`language` text,
	`url` text,
	`reply_target` text,
	`stars` integer,
	`note` text,
	`has_image` integer NOT NULL,
	`is_contest` integer NOT NULL,
	`sentiment` text,
	`emotion` text,
	`confidence` real,
	`verdict` text,
	`source` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `touchpoints_remote` ON `touchpoints` (`workspace_id`,`channel`,`remote_id`);--> statement-breakpoint
CREATE INDEX `touchpoints_identity` ON `touchpoints` (`identity_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `touchpoints_when` ON `touchpoints` (`workspace_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `touchpoints_post` ON `touchpoints` (`post_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`type` text NOT NULL,
	`actor_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	`at` integer NOT NULL,
	`is_pending` integer NOT NULL,
	`lease_until` integer
);
--> statement-breakpoint
CREATE INDEX `events_pending` ON `events` (`is_pending`,`id`);--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`workspace_id`,`subject_id`);--> statement-breakpoint
CREATE TABLE `beliefs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`probabilities` text NOT NULL,
	`primary_stage_id` text,
	`secondary_stage_id` text,
	`is_unsure` integer NOT NULL,
	`is_away` integer NOT NULL,
	`reasons` text NOT NULL,
	`last_touch_at` integer NOT NULL,
	`lapses_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `beliefs_stage` ON `beliefs` (`workspace_id`,`primary_stage_id`);--> statement-breakpoint
CREATE INDEX `beliefs_lapse` ON `beliefs` (`is_away`,`lapses_at`);--> statement-breakpoint
CREATE TABLE `classifications` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`stage_id` text,
	`rule` text NOT NULL,
	`strength` text NOT NULL,
	`advocacy_weight` real NOT NULL,
	`half_life_days` real NOT NULL,
	`is_halved` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `classifications_stage` ON `classifications` (`workspace_id`,`stage_id`);--> statement-breakpoint
CREATE TABLE `transitions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from_stage_id` text,
	`to_stage_id` text,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`cause_touchpoint_id` text,
	`confidence` real NOT NULL,
	`is_manual` integer NOT NULL,
	`quiet_days` real NOT NULL
);
--> statement-breakpoint
CREATE INDEX `transitions_person` ON `transitions` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `transitions_when` ON `transitions` (`workspace_id`,`at`);--> statement-breakpoint
CREATE TABLE `media` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`sha256` text NOT NULL,
	`type` text NOT NULL,
	`byte_length` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`file_name` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `media_workspace` ON `media` (`workspace_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `media_bytes` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`content` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `practice_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`handle` text NOT NULL,
	`display_name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `practice_accounts_once` ON `practice_accounts` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `practice_posts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`text` text NOT NULL,
	`images` text NOT NULL,
	`reply_to` text,
	`posted_at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `practice_posts_account` ON `practice_posts` (`account_id`,`posted_at`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`event_id` text NOT NULL,
	`post_id` text,
	`delivery_id` text,
	`account_id` text,
	`created_at` integer NOT NULL,
	`read_at` integer,
	`mail_due_at` integer,
	`mail_attempts` integer NOT NULL,
	`mailed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_once` ON `notifications` (`user_id`,`event_id`);--> statement-breakpoint
CREATE INDEX `notifications_person` ON `notifications` (`workspace_id`,`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `notifications_delivery` ON `notifications` (`delivery_id`);--> statement-breakpoint
CREATE INDEX `notifications_post` ON `notifications` (`post_id`);--> statement-breakpoint
CREATE INDEX `notifications_account` ON `notifications` (`account_id`);--> statement-breakpoint
CREATE INDEX `notifications_mail` ON `notifications` (`mail_due_at`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`person_id` text NOT NULL,
	`scope` text NOT NULL,
	`state` text NOT NULL,
	`evidence` text NOT NULL,
	`at` integer NOT NULL,
	`recorded_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `consents_person` ON `consents` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `identities` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`person_id` text NOT NULL,
	`network` text NOT NULL,
	`remote_id` text NOT NULL,
	`handle` text NOT NULL,
	`display_name` text NOT NULL,
	`avatar_url` text,
	`url` text,
	`first_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_remote` ON `identities` (`workspace_id`,`network`,`remote_id`);--> statement-breakpoint
CREATE INDEX `identities_person` ON `identities` (`person_id`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`display_name` text NOT NULL,
	`language` text,
	`role` text NOT NULL,
	`do_not_thank` integer NOT NULL,
	`note` text,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `persons_seen` ON `persons` (`workspace_id`,`last_seen_at`);--> statement-breakpoint
CREATE TABLE `post_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`post_id` text NOT NULL,
	`account_id` text NOT NULL,
	`parts` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `post_versions_once` ON `post_versions` (`post_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `post_versions_account` ON `post_versions` (`workspace_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`stage_id` text,
	`state` text NOT NULL,
	`parts` text NOT NULL,
	`language` text,
	`publish_at` integer,
	`time_zone` text NOT NULL,
	`local_day` text,
	`author_id` text NOT NULL,
	`shout_out_id` text,
	`reply_to_touchpoint_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `posts_calendar` ON `posts` (`workspace_id`,`publish_at`);--> statement-breakpoint
CREATE INDEX `posts_day` ON `posts` (`workspace_id`,`local_day`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`delivery_id` text NOT NULL,
	`at` integer NOT NULL,
	`phase` text NOT NULL,
	`outcome` text NOT NULL,
	`http_status` integer,
	`excerpt` text,
	`decided` text NOT NULL,
	`why` text,
	`next_at` integer
);
--> statement-breakpoint
CREATE INDEX `attempts_delivery` ON `attempts` (`delivery_id`,`at`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`post_id` text NOT NULL,
	`account_id` text NOT NULL,
	`network` text NOT NULL,
	`part` integer NOT NULL,
	`part_count` integer NOT NULL,
	`frozen` text NOT NULL,
	`body_hash` text NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`planned_at` integer NOT NULL,
	`lease_owner` text,
	`lease_until` integer,
	`fence` integer NOT NULL,
	`attempts` integer NOT NULL,
	`setbacks` integer NOT NULL,
	`doubts` integer NOT NULL,
	`absences` integer NOT NULL,
	`intent_at` integer,
	`first_intent_at` integer,
	`request` text,
	`remote_id` text,
	`reference` text,
	`url` text,
	`candidates` text,
	`composer_url` text,
	`reason` text,
	`reason_detail` text,
	`draft_id` text,
	`told_at` integer,
	`published_at` integer,
	`removed_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `deliveries_post` ON `deliveries` (`post_id`,`account_id`,`part`);--> statement-breakpoint
CREATE INDEX `deliveries_account` ON `deliveries` (`account_id`,`state`,`planned_at`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_intent` ON `deliveries` (`account_id`,`intent_at`);--> statement-breakpoint
CREATE INDEX `deliveries_workspace` ON `deliveries` (`workspace_id`,`planned_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_remote` ON `deliveries` (`account_id`,`remote_id`);--> statement-breakpoint
CREATE TABLE `safe_modes` (
	`id` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`entered_at` integer NOT NULL,
	`cause` text NOT NULL,
	`doubted` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sending_stops` (
	`id` text PRIMARY KEY NOT NULL,
	`stopped_at` integer NOT NULL,
	`stopped_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `workers` (
	`id` text PRIMARY KEY NOT NULL,
	`host` text NOT NULL,
	`process_id` integer NOT NULL,
	`place` text,
	`started_at` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `spendings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`account_id` text NOT NULL,
	`month` text NOT NULL,
	`kind` text NOT NULL,
	`usd_micros` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `spendings_once` ON `spendings` (`account_id`,`month`,`kind`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`role` text NOT NULL,
	`email` text,
	`token_fingerprint` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`accepted_by` text,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_fingerprint`);--> statement-breakpoint
CREATE INDEX `invitations_workspace` ON `invitations` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_once` ON `memberships` (`workspace_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `memberships_user` ON `memberships` (`user_id`);--> statement-breakpoint
CREATE TABLE `stages` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`key` text NOT NULL,
	`position` integer NOT NULL,
	`name` text,
	`median_dwell_days` integer NOT NULL,
	`is_post_purchase` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stages_key` ON `stages` (`workspace_id`,`key`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`open_id_subject` text,
	`locale` text NOT NULL,
	`time_zone` text NOT NULL,
	`theme` text NOT NULL,
	`wants_mail` integer NOT NULL,
	`session_epoch` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_open_id` ON `users` (`open_id_subject`);--> statement-breakpoint
CREATE TABLE `workspaces` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`stage_template` text NOT NULL,
	`settings` text NOT NULL,
	`is_sample` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workspaces_slug` ON `workspaces` (`slug`);