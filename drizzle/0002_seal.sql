CREATE TABLE "corrections" (
	"cell" text NOT NULL,
	"number" integer NOT NULL,
	"meeting" text NOT NULL,
	"canonical" text NOT NULL,
	CONSTRAINT "corrections_cell_number_pk" PRIMARY KEY("cell","number")
);
--> statement-breakpoint
CREATE TABLE "seal_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seals" (
	"cell" text NOT NULL,
	"number" integer NOT NULL,
	"meeting" text NOT NULL,
	"kind" text NOT NULL,
	"entry" text NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "seals_cell_number_pk" PRIMARY KEY("cell","number")
);
--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "sealed_at" bigint;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seals" ADD CONSTRAINT "seals_key_seal_keys_id_fk" FOREIGN KEY ("key") REFERENCES "public"."seal_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "seals_meeting" ON "seals" USING btree ("meeting");--> statement-breakpoint
CREATE UNIQUE INDEX "seals_record" ON "seals" USING btree ("meeting") WHERE "seals"."kind" = 'record';--> statement-breakpoint
CREATE FUNCTION sealed_for_good() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is append-only: what is sealed is never changed', TG_TABLE_NAME USING ERRCODE = '42501';
END
$$;--> statement-breakpoint
CREATE TRIGGER "seals_for_good" BEFORE UPDATE OR DELETE OR TRUNCATE ON "seals" FOR EACH STATEMENT EXECUTE FUNCTION sealed_for_good();--> statement-breakpoint
CREATE TRIGGER "seal_keys_for_good" BEFORE UPDATE OR DELETE OR TRUNCATE ON "seal_keys" FOR EACH STATEMENT EXECUTE FUNCTION sealed_for_good();--> statement-breakpoint
CREATE FUNCTION sealed_until_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	-- Content goes only after its deletion was itself written into the chain.
	IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM seals WHERE meeting = OLD.meeting AND kind = 'deletion') THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION '% is append-only: what is sealed is never changed', TG_TABLE_NAME USING ERRCODE = '42501';
END
$$;--> statement-breakpoint
CREATE TRIGGER "records_until_deleted" BEFORE UPDATE OR DELETE ON "records" FOR EACH ROW WHEN (OLD.sealed_at IS NOT NULL) EXECUTE FUNCTION sealed_until_deleted();--> statement-breakpoint
CREATE TRIGGER "corrections_until_deleted" BEFORE UPDATE OR DELETE ON "corrections" FOR EACH ROW EXECUTE FUNCTION sealed_until_deleted();--> statement-breakpoint
CREATE TRIGGER "records_not_emptied" BEFORE TRUNCATE ON "records" FOR EACH STATEMENT EXECUTE FUNCTION sealed_for_good();--> statement-breakpoint
CREATE TRIGGER "corrections_not_emptied" BEFORE TRUNCATE ON "corrections" FOR EACH STATEMENT EXECUTE FUNCTION sealed_for_good();
