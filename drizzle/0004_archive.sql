CREATE TABLE "record_words" (
	"meeting" text NOT NULL,
	"clearance" text NOT NULL,
	"cell" text NOT NULL,
	"month" text NOT NULL,
	"type" text NOT NULL,
	"model" boolean NOT NULL,
	"topic" text,
	"ended_at" bigint NOT NULL,
	"seq" integer NOT NULL,
	"version" integer NOT NULL,
	"readers" text[] NOT NULL,
	"others" text[] NOT NULL,
	"title" "tsvector" NOT NULL,
	"resolution" "tsvector" NOT NULL,
	"words" "tsvector" NOT NULL,
	"passages" jsonb NOT NULL,
	CONSTRAINT "record_words_meeting_clearance_pk" PRIMARY KEY("meeting","clearance")
);
--> statement-breakpoint
CREATE INDEX "record_words_cell" ON "record_words" USING btree ("cell","ended_at");--> statement-breakpoint
CREATE INDEX "record_words_newest" ON "record_words" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "record_words_readers" ON "record_words" USING gin ("readers");--> statement-breakpoint
CREATE INDEX "record_words_words" ON "record_words" USING gin ("words");