CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"login" text,
	"password_hash" text,
	"is_admin" boolean DEFAULT false NOT NULL,
	"person" text,
	"meeting" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"document" text NOT NULL,
	"client" bigint NOT NULL,
	"person" text NOT NULL,
	CONSTRAINT "clients_document_client_pk" PRIMARY KEY("document","client")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"meeting" text NOT NULL,
	"seq" integer NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"type" text NOT NULL,
	"event" jsonb NOT NULL,
	CONSTRAINT "events_meeting_seq_pk" PRIMARY KEY("meeting","seq")
);
--> statement-breakpoint
CREATE TABLE "links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" text PRIMARY KEY NOT NULL,
	"cell" text NOT NULL,
	"type" text NOT NULL,
	"planned_start" bigint NOT NULL,
	"join_code" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"parent" text,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"cell_type" text,
	"place" text,
	"meeting_place" text,
	"rule_profile" text DEFAULT 'hd42-2025' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pairings" (
	"code" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"cell" text NOT NULL,
	"name" text NOT NULL,
	"party_status" text NOT NULL,
	"office" text NOT NULL,
	"standing" text NOT NULL,
	"birth_year" integer,
	"has_device" boolean DEFAULT true NOT NULL,
	"assisted_by" text,
	"removed_at" timestamp with time zone,
	"removed_reason" text
);
--> statement-breakpoint
CREATE TABLE "records" (
	"meeting" text PRIMARY KEY NOT NULL,
	"cell" text NOT NULL,
	"ended_at" bigint NOT NULL,
	"sha256" text NOT NULL,
	"canonical" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"renewal" text DEFAULT 'none' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"document" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"state" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "streams" (
	"id" text PRIMARY KEY NOT NULL,
	"head" integer NOT NULL,
	"epoch" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "updates" (
	"document" text NOT NULL,
	"seq" integer NOT NULL,
	"part" integer NOT NULL,
	"author" text NOT NULL,
	"at" bigint NOT NULL,
	"update" "bytea" NOT NULL,
	CONSTRAINT "updates_document_seq_part_pk" PRIMARY KEY("document","seq","part")
);
--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_cell_organisations_id_fk" FOREIGN KEY ("cell") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_parent_organisations_id_fk" FOREIGN KEY ("parent") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_cell_organisations_id_fk" FOREIGN KEY ("cell") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_meeting_meetings_id_fk" FOREIGN KEY ("meeting") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_accounts_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_login" ON "accounts" USING btree ("login");--> statement-breakpoint
CREATE INDEX "accounts_person" ON "accounts" USING btree ("person");--> statement-breakpoint
CREATE INDEX "links_person" ON "links" USING btree ("person");--> statement-breakpoint
CREATE INDEX "meetings_cell" ON "meetings" USING btree ("cell");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_join_code" ON "meetings" USING btree ("join_code");--> statement-breakpoint
CREATE INDEX "people_cell" ON "people" USING btree ("cell");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE FUNCTION append_conflict() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'another append came first' USING ERRCODE = '40001';
END
$$;
