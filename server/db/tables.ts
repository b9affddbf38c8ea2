import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	customType,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uniqueIndex,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import type { Passage } from '../../src/lib/archive/words.ts';
import type { LoggedEvent, Setup } from '../../src/lib/meeting/contract.ts';
import type { LeftOut } from '../../src/lib/publication/contract.ts';

const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({ dataType: () => 'bytea' });
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
/** Milliseconds since 1970 on the domain clock, which a play may set; never SQL's `now()`. */
const instant = (name: string) => bigint(name, { mode: 'number' });
/** The machine's clock: sessions, codes, bookkeeping. */
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

// ---- the log (server/log)

/** The head of every stream; appends compare and raise it, so two processes cannot both be next. */
export const streams = pgTable('streams', {
	id: text('id').primaryKey(),
	head: integer('head').notNull(),
	epoch: integer('epoch').notNull().default(0)
});

export const events = pgTable(
	'events',
	{
		meeting: text('meeting').notNull(),
		seq: integer('seq').notNull(),
		at: instant('at').notNull(),
		by: text('by').notNull(),
		type: text('type').notNull(),
		event: jsonb('event').$type<LoggedEvent>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.meeting, table.seq] }),
		/** What a cell's papers were numbered with is looked up over all its meetings. */
		index('events_numbers')
			.on(table.meeting)
			.where(sql`${table.type} = 'number.given'`)
	]
);

export const updates = pgTable(
	'updates',
	{
		document: text('document').notNull(),
		seq: integer('seq').notNull(),
		part: integer('part').notNull(),
		author: text('author').notNull(),
		at: instant('at').notNull(),
		update: bytea('update').notNull()
	},
	(table) => [primaryKey({ columns: [table.document, table.seq, table.part] })]
);

export const clients = pgTable(
	'clients',
	{
		document: text('document').notNull(),
		client: bigint('client', { mode: 'number' }).notNull(),
		person: text('person').notNull()
	},
	(table) => [primaryKey({ columns: [table.document, table.client] })]
);

export const snapshots = pgTable('snapshots', {
	document: text('document').primaryKey(),
	seq: integer('seq').notNull(),
	state: bytea('state').notNull()
});

// ---- papers sent ahead (server/papers)

/** What a paper is read as; the facts name the file that counts. */
export const paperFiles = pgTable('paper_files', {
	id: text('id').primaryKey(),
	meeting: text('meeting').notNull(),
	paper: text('paper').notNull(),
	kind: text('kind', { enum: ['pdf', 'docx', 'text'] }).notNull(),
	name: text('name').notNull(),
	content: bytea('content').notNull(),
	createdAt: moment('created_at').notNull().defaultNow()
});

// ---- what was put into the members' handbook app (server/handbook)

/** Each time that somebody says so, and each time that it is taken back; the newest counts. */
export const uploads = pgTable(
	'uploads',
	{
		id: text('id').primaryKey(),
		meeting: text('meeting').notNull(),
		what: text('what', { enum: ['papers', 'record'] }).notNull(),
		act: text('act', { enum: ['done', 'taken-back'] }).notNull(),
		at: instant('at').notNull(),
		by: text('by').notNull(),
		byName: text('by_name').notNull(),
		/** What the other app calls it. */
		reference: text('reference'),
		/** Why it was taken back. */
		reason: text('reason'),
		fileName: text('file_name'),
		fileKind: text('file_kind', { enum: ['png', 'jpeg', 'pdf'] }),
		content: bytea('content')
	},
	(table) => [index('uploads_meeting').on(table.meeting, table.at)]
);

// ---- organisations and people

/** The tree from the upper committees down to the cell. */
export const organisations = pgTable('organisations', {
	id: text('id').primaryKey(),
	parent: text('parent').references((): AnyPgColumn => organisations.id),
	kind: text('kind', { enum: ['committee', 'grassroots', 'cell'] }).notNull(),
	name: text('name').notNull(),
	/** Only of a cell: neighbourhood, school … */
	cellType: text('cell_type'),
	place: text('place'),
	meetingPlace: text('meeting_place'),
	ruleProfile: text('rule_profile').notNull().default('hd42-2025'),
	/** How many years a cell keeps its records before its owner is reminded; null where it has not said. */
	retentionYears: integer('retention_years'),
	/** Of the cell's committee, as its papers are numbered in it: `2025-2027`. */
	term: text('term'),
	createdAt: moment('created_at').notNull().defaultNow()
});

export const people = pgTable(
	'people',
	{
		id: text('id').primaryKey(),
		cell: text('cell')
			.notNull()
			.references(() => organisations.id),
		name: text('name').notNull(),
		partyStatus: text('party_status', { enum: ['official', 'probationary'] }).notNull(),
		office: text('office', {
			enum: ['secretary', 'deputy_secretary', 'cell_committee_member', 'member']
		}).notNull(),
		standing: text('standing', {
			enum: ['active', 'exempt', 'special-duty', 'temporary-elsewhere', 'suspended']
		}).notNull(),
		birthYear: integer('birth_year'),
		hasDevice: boolean('has_device').notNull().default(true),
		assistedBy: text('assisted_by'),
		/** Who left the cell stays in its records. */
		removedAt: moment('removed_at'),
		removedReason: text('removed_reason')
	},
	(table) => [index('people_cell').on(table.cell)]
);

export const meetings = pgTable(
	'meetings',
	{
		id: text('id').primaryKey(),
		cell: text('cell')
			.notNull()
			.references(() => organisations.id),
		type: text('type').notNull(),
		plannedStart: instant('planned_start').notNull(),
		/** 8 digits shown on the wall; leads to the lobby while the room is open. */
		joinCode: text('join_code').notNull(),
		createdAt: moment('created_at').notNull().defaultNow()
	},
	(table) => [index('meetings_cell').on(table.cell), uniqueIndex('meetings_join_code').on(table.joinCode)]
);

/**
 * One per ended meeting; `canonical` is the RFC 8785 text that `sha256` is of. Replaced by a newer one until the
 * seal; from then on the database refuses to change or remove it.
 */
export const records = pgTable('records', {
	meeting: text('meeting')
		.primaryKey()
		.references(() => meetings.id),
	cell: text('cell').notNull(),
	endedAt: instant('ended_at').notNull(),
	/** Null until the chair sealed it. */
	sealedAt: instant('sealed_at'),
	/** The last event that it tells of. */
	seq: integer('seq').notNull().default(0),
	sha256: text('sha256').notNull(),
	canonical: text('canonical').notNull()
});

/**
 * What kept records are found by (server/archive): made from `records`, and made again wherever it is missing or
 * old. A record with closed parts has two rows, of which nobody reads both.
 */
export const recordWords = pgTable(
	'record_words',
	{
		meeting: text('meeting').notNull(),
		/** All that is in it, what is public of it, or what is published of it as a model. */
		clearance: text('clearance', { enum: ['whole', 'public', 'model'] }).notNull(),
		cell: text('cell').notNull(),
		month: text('month').notNull(),
		type: text('type').$type<Setup['type']>().notNull(),
		model: boolean('model').notNull(),
		topic: text('topic'),
		endedAt: instant('ended_at').notNull(),
		seq: integer('seq').notNull(),
		/** Of the way in which words are read. */
		version: integer('version').notNull(),
		/** People of the meeting who read this row, and devices that it gave a name. */
		readers: text('readers').array().notNull(),
		/** Who reads the other row, whatever they are now. */
		others: text('others').array().notNull(),
		/** Apart, since the small ones are weighed quickly. */
		title: tsvector('title').notNull(),
		resolution: tsvector('resolution').notNull(),
		/** All of them. */
		words: tsvector('words').notNull(),
		passages: jsonb('passages').$type<readonly Passage[]>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.meeting, table.clearance] }),
		index('record_words_cell').on(table.cell, table.endedAt),
		index('record_words_newest').on(table.endedAt),
		index('record_words_readers').using('gin', table.readers),
		index('record_words_words').using('gin', table.words)
	]
);

// ---- sealed records (server/seal): the database itself refuses to change or remove what stands here

/** The public keys that seals can be checked with. */
export const sealKeys = pgTable('seal_keys', {
	/** Of the SHA-256 of the key. */
	id: text('id').primaryKey(),
	/** The 32 bytes of an Ed25519 key, base64url. */
	publicKey: text('public_key').notNull()
});

/** One chain for each cell, numbered from 1 without gaps; `entry` is the RFC 8785 text that `hash` goes over. */
export const seals = pgTable(
	'seals',
	{
		cell: text('cell').notNull(),
		number: integer('number').notNull(),
		meeting: text('meeting').notNull(),
		kind: text('kind', { enum: ['record', 'correction', 'deletion'] }).notNull(),
		entry: text('entry').notNull(),
		hash: text('hash').notNull(),
		signature: text('signature').notNull(),
		key: text('key')
			.notNull()
			.references(() => sealKeys.id)
	},
	(table) => [
		primaryKey({ columns: [table.cell, table.number] }),
		index('seals_meeting').on(table.meeting),
		uniqueIndex('seals_record')
			.on(table.meeting)
			.where(sql`${table.kind} = 'record'`)
	]
);

/** What a correction says; what a seal of a record is of stands in `records`. */
export const corrections = pgTable(
	'corrections',
	{
		cell: text('cell').notNull(),
		number: integer('number').notNull(),
		meeting: text('meeting').notNull(),
		canonical: text('canonical').notNull()
	},
	(table) => [primaryKey({ columns: [table.cell, table.number] })]
);

/** Extracts of sealed records for the cells of the same committee (server/publication); what was taken back stays noted. */
export const publications = pgTable(
	'publications',
	{
		id: text('id').primaryKey(),
		meeting: text('meeting').notNull(),
		cell: text('cell')
			.notNull()
			.references(() => organisations.id),
		at: instant('at').notNull(),
		by: text('by').notNull(),
		byName: text('by_name').notNull(),
		leftOut: jsonb('left_out').$type<LeftOut>().notNull(),
		/** RFC 8785, and its hash. */
		canonical: text('canonical').notNull(),
		sha256: text('sha256').notNull(),
		/** Null while it can be read. */
		withdrawnAt: instant('withdrawn_at'),
		withdrawnBy: text('withdrawn_by'),
		withdrawnByName: text('withdrawn_by_name')
	},
	(table) => [
		index('publications_cell').on(table.cell),
		uniqueIndex('publications_current')
			.on(table.meeting)
			.where(sql`${table.withdrawnAt} is null`)
	]
);

/** Versions of the blocks of text that a cell keeps (server/standing); rows are added, never changed. */
export const standingBlocks = pgTable(
	'standing_blocks',
	{
		block: text('block').notNull(),
		/** From 1, in the order of entering. */
		version: integer('version').notNull(),
		cell: text('cell')
			.notNull()
			.references(() => organisations.id),
		kind: text('kind', { enum: ['citation', 'sentence', 'item'] }).notNull(),
		title: text('title').notNull(),
		text: text('text').notNull(),
		number: text('number'),
		issuedOn: text('issued_on'),
		issuer: text('issuer'),
		minutes: integer('minutes'),
		from: text('valid_from').notNull(),
		isEnd: boolean('is_end').notNull().default(false),
		enteredBy: text('entered_by').notNull(),
		createdAt: moment('created_at').notNull().defaultNow()
	},
	(table) => [
		primaryKey({ columns: [table.block, table.version] }),
		index('standing_blocks_cell').on(table.cell)
	]
);

// ---- identity (server/auth)

/**
 * Who a session speaks for. `staff` sign in with a password; a `device` is a phone or laptop that has, or waits
 * for, a person's name; a `wall` shows one meeting.
 */
export const accounts = pgTable(
	'accounts',
	{
		id: text('id').primaryKey(),
		kind: text('kind', { enum: ['staff', 'device', 'wall'] }).notNull(),
		login: text('login'),
		passwordHash: text('password_hash'),
		isAdmin: boolean('is_admin').notNull().default(false),
		/** A member of a cell, or an observer invited to a meeting, who stands in its roster only: hence no foreign key. */
		person: text('person'),
		/** What a wall shows. */
		meeting: text('meeting'),
		createdAt: moment('created_at').notNull().defaultNow()
	},
	(table) => [uniqueIndex('accounts_login').on(table.login), index('accounts_person').on(table.person)]
);

export const sessions = pgTable(
	'sessions',
	{
		/** SHA-256 of the cookie's token. */
		id: text('id').primaryKey(),
		userId: text('user_id')
			.notNull()
			.references(() => accounts.id, { onDelete: 'cascade' }),
		expiresAt: moment('expires_at').notNull(),
		createdAt: moment('created_at').notNull().defaultNow(),
		/** After a change of office a new token is `due` with the next page; the session of the old one is then `replaced`. */
		renewal: text('renewal', { enum: ['none', 'due', 'replaced'] })
			.notNull()
			.default('none')
	},
	(table) => [index('sessions_user').on(table.userId)]
);

/** A member's personal link; the token travels in a URL's fragment, only its SHA-256 is kept. */
export const links = pgTable(
	'links',
	{
		tokenHash: text('token_hash').primaryKey(),
		person: text('person').notNull(),
		createdAt: moment('created_at').notNull().defaultNow(),
		revokedAt: moment('revoked_at')
	},
	(table) => [index('links_person').on(table.person)]
);

/** A screen that waits for a console to enter its code. */
export const pairings = pgTable('pairings', {
	code: text('code').primaryKey(),
	account: text('account')
		.notNull()
		.references(() => accounts.id, { onDelete: 'cascade' }),
	expiresAt: moment('expires_at').notNull()
});
