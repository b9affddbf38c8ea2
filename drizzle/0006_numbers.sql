ALTER TABLE "organisations" ADD COLUMN "term" text;--> statement-breakpoint
CREATE INDEX "events_numbers" ON "events" USING btree ("meeting") WHERE "events"."type" = 'number.given';