CREATE TABLE "paper_files" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting" text NOT NULL,
	"paper" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
