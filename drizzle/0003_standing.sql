CREATE TABLE "standing_blocks" (
	"block" text NOT NULL,
	"version" integer NOT NULL,
	"cell" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"number" text,
	"issued_on" text,
	"issuer" text,
	"minutes" integer,
	"valid_from" text NOT NULL,
	"is_end" boolean DEFAULT false NOT NULL,
	"entered_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "standing_blocks_block_version_pk" PRIMARY KEY("block","version")
);
--> statement-breakpoint
ALTER TABLE "standing_blocks" ADD CONSTRAINT "standing_blocks_cell_organisations_id_fk" FOREIGN KEY ("cell") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "standing_blocks_cell" ON "standing_blocks" USING btree ("cell");