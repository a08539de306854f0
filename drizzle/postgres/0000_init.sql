CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"network" text NOT NULL,
	"remote_id" text NOT NULL,
	"handle" text NOT NULL,
	"display_name" text NOT NULL,
	"avatar_url" text,
	"origin" text NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	"sealed_credentials" text,
	"credentials_version" integer NOT NULL,
	"refresh_lease_until" timestamp (3) with time zone,
	"held_until" timestamp (3) with time zone,
	"posts_resume_at" timestamp (3) with time zone,
	"cursor" jsonb,
	"next_collect_at" timestamp (3) with time zone NOT NULL,
	"last_collected_at" timestamp (3) with time zone,
	"collect_lease_until" timestamp (3) with time zone,
	"listener_id" text,
	"listen_lease_until" timestamp (3) with time zone,
	"last_published_at" timestamp (3) with time zone,
	"connected_at" timestamp (3) with time zone NOT NULL,
	"connected_by" text NOT NULL,
	"limits" jsonb,
	"described_at" timestamp (3) with time zone,
	"budget" jsonb
);
--> statement-breakpoint
CREATE TABLE "network_memory" (
	"id" text PRIMARY KEY NOT NULL,
	"network" text NOT NULL,
	"key" text NOT NULL,
	"sealed" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"network" text NOT NULL,
	"account_id" text,
	"state_fingerprint" text NOT NULL,
	"callback_url" text NOT NULL,
	"public_url" text NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"connected_id" text,
	"failure" jsonb
);
--> statement-breakpoint
CREATE TABLE "moments" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"touchpoint_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recognitions" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"shout_out_id" text,
	"post_id" text,
	"url" text
);
--> statement-breakpoint
CREATE TABLE "shout_outs" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"person_id" text NOT NULL,
	"identity_id" text NOT NULL,
	"account_id" text NOT NULL,
	"moment_id" text,
	"touchpoint_id" text,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"score" double precision NOT NULL,
	"raw" double precision NOT NULL,
	"utility" double precision NOT NULL,
	"lines" jsonb NOT NULL,
	"draft" jsonb NOT NULL,
	"needs_check" text NOT NULL,
	"post_id" text,
	"skip_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text
);
--> statement-breakpoint
CREATE TABLE "appreciations" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"touchpoint_id" text NOT NULL,
	"how" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "metrics" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"delivery_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"likes" integer NOT NULL,
	"reposts" integer NOT NULL,
	"replies" integer NOT NULL,
	"quotes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "touchpoints" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"identity_id" text NOT NULL,
	"type" text NOT NULL,
	"channel" text NOT NULL,
	"modality" text NOT NULL,
	"direction" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"local_day" text NOT NULL,
	"local_week" text NOT NULL,
	"remote_id" text NOT NULL,
	"account_id" text,
	"delivery_id" text,
	"post_id" text,
	"text" text,
	"language" text,
	"url" text,
	"reply_target" jsonb,
	"stars" integer,
	"note" text,
	"has_image" boolean NOT NULL,
	"is_contest" boolean NOT NULL,
	"sentiment" text,
	"emotion" text,
	"confidence" double precision,
	"verdict" text,
	"source" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"type" text NOT NULL,
	"actor_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"is_pending" boolean NOT NULL,
	"lease_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "beliefs" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"probabilities" jsonb NOT NULL,
	"primary_stage_id" text,
	"secondary_stage_id" text,
	"is_unsure" boolean NOT NULL,
	"is_away" boolean NOT NULL,
	"reasons" jsonb NOT NULL,
	"last_touch_at" timestamp (3) with time zone NOT NULL,
	"lapses_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "classifications" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"stage_id" text,
	"rule" text NOT NULL,
	"strength" text NOT NULL,
	"advocacy_weight" double precision NOT NULL,
	"half_life_days" double precision NOT NULL,
	"is_halved" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transitions" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"person_id" text NOT NULL,
	"from_stage_id" text,
	"to_stage_id" text,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"cause_touchpoint_id" text,
	"confidence" double precision NOT NULL,
	"is_manual" boolean NOT NULL,
	"quiet_days" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"sha256" text NOT NULL,
	"type" text NOT NULL,
	"byte_length" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"file_name" text NOT NULL,
	"uploaded_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "media_bytes" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"handle" text NOT NULL,
	"display_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice_posts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"text" text NOT NULL,
	"images" jsonb NOT NULL,
	"reply_to" text,
	"posted_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"event_id" text NOT NULL,
	"post_id" text,
	"delivery_id" text,
	"account_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"mail_due_at" timestamp (3) with time zone,
	"mail_attempts" integer NOT NULL,
	"mailed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"person_id" text NOT NULL,
	"scope" text NOT NULL,
	"state" text NOT NULL,
	"evidence" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"person_id" text NOT NULL,
	"network" text NOT NULL,
	"remote_id" text NOT NULL,
	"handle" text NOT NULL,
	"display_name" text NOT NULL,
	"avatar_url" text,
	"url" text,
	"first_seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"display_name" text NOT NULL,
	"language" text,
	"role" text NOT NULL,
	"do_not_thank" boolean NOT NULL,
	"note" text,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "post_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"post_id" text NOT NULL,
	"account_id" text NOT NULL,
	"parts" jsonb
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"stage_id" text,
	"state" text NOT NULL,
	"parts" jsonb NOT NULL,
	"language" text,
	"publish_at" timestamp (3) with time zone,
	"time_zone" text NOT NULL,
	"local_day" text,
	"author_id" text NOT NULL,
	"shout_out_id" text,
	"reply_to_touchpoint_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"delivery_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"phase" text NOT NULL,
	"outcome" text NOT NULL,
	"http_status" integer,
	"excerpt" text,
	"decided" text NOT NULL,
	"why" text,
	"next_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"post_id" text NOT NULL,
	"account_id" text NOT NULL,
	"network" text NOT NULL,
	"part" integer NOT NULL,
	"part_count" integer NOT NULL,
	"frozen" jsonb NOT NULL,
	"body_hash" text NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"planned_at" timestamp (3) with time zone NOT NULL,
	"lease_owner" text,
	"lease_until" timestamp (3) with time zone,
	"fence" integer NOT NULL,
	"attempts" integer NOT NULL,
	"setbacks" integer NOT NULL,
	"doubts" integer NOT NULL,
	"absences" integer NOT NULL,
	"intent_at" timestamp (3) with time zone,
	"first_intent_at" timestamp (3) with time zone,
	"request" jsonb,
	"remote_id" text,
	"reference" jsonb,
	"url" text,
	"candidates" jsonb,
	"composer_url" text,
	"reason" text,
	"reason_detail" text,
	"draft_id" text,
	"told_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "safe_modes" (
	"id" text PRIMARY KEY NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"cause" text NOT NULL,
	"doubted" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sending_stops" (
	"id" text PRIMARY KEY NOT NULL,
	"stopped_at" timestamp (3) with time zone NOT NULL,
	"stopped_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" text PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"process_id" integer NOT NULL,
	"place" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spendings" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"account_id" text NOT NULL,
	"month" text NOT NULL,
	"kind" text NOT NULL,
	"usd_micros" bigint NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"role" text NOT NULL,
	"email" text,
	"token_fingerprint" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"accepted_by" text,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stages" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"name" text,
	"median_dwell_days" integer NOT NULL,
	"is_post_purchase" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"open_id_subject" text,
	"locale" text NOT NULL,
	"time_zone" text NOT NULL,
	"theme" text NOT NULL,
	"wants_mail" boolean NOT NULL,
	"session_epoch" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"stage_template" text NOT NULL,
	"settings" jsonb NOT NULL,
	"is_sample" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_remote" ON "accounts" USING btree ("workspace_id","network","remote_id");--> statement-breakpoint
CREATE INDEX "accounts_collect" ON "accounts" USING btree ("state","next_collect_at");--> statement-breakpoint
CREATE UNIQUE INDEX "network_memory_key" ON "network_memory" USING btree ("network","key");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_ins_state" ON "sign_ins" USING btree ("state_fingerprint");--> statement-breakpoint
CREATE INDEX "sign_ins_expiry" ON "sign_ins" USING btree ("workspace_id","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "moments_once" ON "moments" USING btree ("touchpoint_id","kind");--> statement-breakpoint
CREATE INDEX "moments_person" ON "moments" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE INDEX "recognitions_person" ON "recognitions" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "recognitions_when" ON "recognitions" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "shout_outs_status" ON "shout_outs" USING btree ("workspace_id","status");--> statement-breakpoint
CREATE INDEX "shout_outs_person" ON "shout_outs" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "shout_outs_post" ON "shout_outs" USING btree ("post_id");--> statement-breakpoint
CREATE UNIQUE INDEX "appreciations_once" ON "appreciations" USING btree ("touchpoint_id","how");--> statement-breakpoint
CREATE INDEX "metrics_delivery" ON "metrics" USING btree ("delivery_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "touchpoints_remote" ON "touchpoints" USING btree ("workspace_id","channel","remote_id");--> statement-breakpoint
CREATE INDEX "touchpoints_identity" ON "touchpoints" USING btree ("identity_id","occurred_at");--> statement-breakpoint
CREATE INDEX "touchpoints_when" ON "touchpoints" USING btree ("workspace_id","occurred_at");--> statement-breakpoint
CREATE INDEX "touchpoints_post" ON "touchpoints" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "events_pending" ON "events" USING btree ("is_pending","id");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("workspace_id","subject_id");--> statement-breakpoint
CREATE INDEX "beliefs_stage" ON "beliefs" USING btree ("workspace_id","primary_stage_id");--> statement-breakpoint
CREATE INDEX "beliefs_lapse" ON "beliefs" USING btree ("is_away","lapses_at");--> statement-breakpoint
CREATE INDEX "classifications_stage" ON "classifications" USING btree ("workspace_id","stage_id");--> statement-breakpoint
CREATE INDEX "transitions_person" ON "transitions" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "transitions_when" ON "transitions" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "media_workspace" ON "media" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "practice_accounts_once" ON "practice_accounts" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "practice_posts_account" ON "practice_posts" USING btree ("account_id","posted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("user_id","event_id");--> statement-breakpoint
CREATE INDEX "notifications_person" ON "notifications" USING btree ("workspace_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "notifications_delivery" ON "notifications" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "notifications_post" ON "notifications" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "notifications_account" ON "notifications" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "notifications_mail" ON "notifications" USING btree ("mail_due_at");--> statement-breakpoint
CREATE INDEX "consents_person" ON "consents" USING btree ("person_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "identities_remote" ON "identities" USING btree ("workspace_id","network","remote_id");--> statement-breakpoint
CREATE INDEX "identities_person" ON "identities" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "persons_seen" ON "persons" USING btree ("workspace_id","last_seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "post_versions_once" ON "post_versions" USING btree ("post_id","account_id");--> statement-breakpoint
CREATE INDEX "post_versions_account" ON "post_versions" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "posts_calendar" ON "posts" USING btree ("workspace_id","publish_at");--> statement-breakpoint
CREATE INDEX "posts_day" ON "posts" USING btree ("workspace_id","local_day");--> statement-breakpoint
CREATE INDEX "attempts_delivery" ON "attempts" USING btree ("delivery_id","at");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "deliveries_post" ON "deliveries" USING btree ("post_id","account_id","part");--> statement-breakpoint
CREATE INDEX "deliveries_account" ON "deliveries" USING btree ("account_id","state","planned_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_intent" ON "deliveries" USING btree ("account_id","intent_at");--> statement-breakpoint
CREATE INDEX "deliveries_workspace" ON "deliveries" USING btree ("workspace_id","planned_at");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_remote" ON "deliveries" USING btree ("account_id","remote_id");--> statement-breakpoint
CREATE UNIQUE INDEX "spendings_once" ON "spendings" USING btree ("account_id","month","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_fingerprint");--> statement-breakpoint
CREATE INDEX "invitations_workspace" ON "invitations" USING btree ("workspace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_once" ON "memberships" USING btree ("workspace_id","user_id");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "stages_key" ON "stages" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "users_open_id" ON "users" USING btree ("open_id_subject");--> statement-breakpoint
CREATE UNIQUE INDEX "workspaces_slug" ON "workspaces" USING btree ("slug");