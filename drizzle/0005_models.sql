CREATE TABLE "publications" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting" text NOT NULL,
	"cell" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"left_out" jsonb NOT NULL,
	"canonical" text NOT NULL,
	"sha256" text NOT NULL,
	"withdrawn_at" bigint,
	"withdrawn_by" text,
	"withdrawn_by_name" text
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting" text NOT NULL,
	"what" text NOT NULL,
	"act" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"reference" text,
	"reason" text,
	"file_name" text,
	"file_kind" text,
	"content" "bytea"
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "retention_years" integer;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_cell_organisations_id_fk" FOREIGN KEY ("cell") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "publications_cell" ON "publications" USING btree ("cell");--> statement-breakpoint
CREATE UNIQUE INDEX "publications_current" ON "publications" USING btree ("meeting") WHERE "publications"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "uploads_meeting" ON "uploads" USING btree ("meeting","at");