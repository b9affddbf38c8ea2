import type { Page } from '@playwright/test';
import * as Y from 'yjs';
import { jsonOf, sha256Of, textOf } from '../../server/documents/text.ts';
import { SERVER } from '../../server/documents/reservation.ts';
import type { Demo } from '../../server/demo/demo.ts';
import type { DocumentName } from '../../src/lib/access/contract.ts';
import { words as vi } from '../../src/lib/i18n/vi/words.ts';
import type { Command } from '../../src/lib/meeting/contract.ts';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import { observerWrites } from './room.ts';
import { Telex } from './editor-page/telex.ts';
import { DESKTOP, expect, PHONE, picture, test } from './support.ts';
import {
	Archive,
	DOCUMENTS,
	editorTexts,
	Participant,
	readerTexts,
	rest,
	type,
	written,
	type Caret,
	type Place
} from './together-support.ts';

/*
 * Under "Cùng soạn" a whole room writes in the three texts at once while the meeting goes on: nothing that was
 * accepted is lost or doubled, everybody ends with the same text, and whose each character is stays known.
 */

const MARKS = [...'①②③④⑤⑥⑦⑧⑨⑩'];
const SHARED = `Biên bản ghi chung: ${MARKS.join('')} hết.`;
const SENTENCE = ['đồng', 'chí', 'thống', 'nhất', 'tiếp', 'tục', 'nghiêng', 'người'];
const WRITTEN = `${SENTENCE.join(' ')} `;
const BEAT = 120;

interface Held {
	readonly demo: Demo;
	readonly port: number;
	readonly shared: string;
}

/** Everybody who writes without a browser; the chair is the first. */
function seats({ demo, port, shared }: Held) {
	const { sessions, people, items, clauses } = demo;
	const at = (list: readonly string[], n: number) => list[n % list.length] ?? '';
	let seat = 0;
	const sit = (id: string, sign: string, cookie: string, minutes?: Place) => {
		const n = seat++;
		const own = { block: at(items.slice(1), n) };
		return new Participant(
			port,
			demo.meeting,
			{ id, sign, cookie },
			{
				agenda: { block: at(items, n) },
				minutes: minutes ?? own,
				resolution: { block: at(clauses, n) }
			}
		);
	};
	const member = (n: number, sign: string, minutes?: Place) =>
		sit(at(people.members, n), sign, at(sessions.members, n), minutes);
	const observer = (n: number, sign: string, minutes?: Place) =>
		sit(at(people.observers, n), sign, at(sessions.observers, n), minutes);
	// The first two share their place with the two browsers.
	const together = (n: number): Place => ({ block: shared, behind: at(MARKS, n) });
	const chair = sit(people.secretary, 'R1', sessions.secretary, { block: shared });
	const facilitator = member(0, 'R2', together(2));
	const members = Array.from({ length: 20 }, (_, n) =>
		member(n + 2, `M${n + 1}`, n < 4 ? together([0, 1, 3, 4][n] ?? 0) : undefined)
	);
	const observers = Array.from({ length: 9 }, (_, n) =>
		observer(n + 1, `Q${n + 1}`, n < 2 ? together(5 + n) : undefined)
	);
	return { chair, facilitator, members, observers, all: [chair, facilitator, ...members, ...observers] };
}

async function must(who: Participant, command: Command): Promise<number> {
	const answer = await who.live.send(command);
	if (!answer.ok) throw new Error(`${who.id} ${command.type}: ${answer.code}`);
	return answer.seq;
}

/** People come and go, ask for the floor and speak, and the meeting moves on, until told to stop. */
async function rollAndFloor(
	held: Held,
	chair: Participant,
	members: readonly Participant[],
	observers: readonly Participant[],
	until: AbortSignal
): Promise<number> {
	let turns = 0;
	for (; !until.aborted; turns++) {
		const [speaker, leaver, guest] = [
			members[turns % members.length],
			members[(turns + 5) % members.length],
			observers[turns % observers.length]
		];
		if (!speaker || !leaver || !guest) throw new Error('nobody is left');
		const turn = `turn-${turns}`;
		await must(speaker, { type: 'floor.request', ref: turn, kind: 'free' });
		await must(chair, { type: 'floor.grant', request: turn });
		await Promise.all([must(leaver, { type: 'attendance.leave' }), must(guest, { type: 'observer.leave' })]);
		await rest(BEAT);
		await Promise.all([
			must(leaver, { type: 'attendance.check-in', method: 'self' }),
			must(guest, { type: 'observer.join' })
		]);
		await must(chair, { type: 'floor.end', turn });
		const next = held.demo.items[turns / 4];
		if (turns > 0 && next !== undefined) await must(chair, { type: 'item.start', item: next });
	}
	return turns;
}

/** Loses the link, writes on, and comes back. */
async function offline(who: Participant): Promise<number> {
	who.drop();
	const before = who.carets.map(({ typed }) => typed.length);
	const written = () => who.carets.map(({ typed }, n) => typed.length - (before[n] ?? 0));
	await expect.poll(() => Math.min(...written()), { timeout: 30_000 }).toBeGreaterThan(8);
	expect(
		who.carets.every(({ typed, saved }) => saved.length < typed.length),
		`${who.sign} is offline`
	).toBe(true);
	who.comeBack();
	return written().reduce((sum, letters) => sum + letters, 0);
}

interface Cut {
	readonly seq: number;
	/** Per text: what was surely accepted, and what was typed before the answer came. */
	readonly bounds: ReadonlyMap<DocumentName, { readonly least: string; readonly most: string }>;
}

/** The chair takes the right to write away while a word is under way; whoever loses it types on regardless. */
async function takeRight(chair: Participant, from: Participant): Promise<Cut> {
	const closed = new Set<DocumentName>();
	for (const { document, writer } of from.carets)
		writer.provider.on('closed', ({ code }: { code: number }) => code === 4403 && closed.add(document));
	for (const caret of from.carets) await type(caret, '[nửa', BEAT / 4);
	await expect.poll(() => from.isSaved).toBe(true);
	const least = new Map(from.carets.map(({ document, saved }) => [document, saved]));
	const most = new Map<DocumentName, string>();
	let seq = 0;
	const taken = must(chair, { type: 'access.person', person: from.id, right: 'comment' }).then((at) => {
		seq = at;
		for (const { document, typed } of from.carets) most.set(document, typed);
	});
	const giveUp = Date.now() + 20_000;
	while (closed.size < DOCUMENTS.length && Date.now() < giveUp) {
		for (const caret of from.carets) caret.letter('ơ');
		await rest(BEAT / 4);
	}
	await taken;
	expect([...closed].sort(), 'its sockets are closed').toEqual([...DOCUMENTS]);
	return {
		seq,
		bounds: new Map(
			DOCUMENTS.map((name) => [name, { least: least.get(name) ?? '', most: most.get(name) ?? '' }])
		)
	};
}

const editor = (page: Page, block: string) =>
	page.locator(`[data-block="${block}"] .block-text`).filter({ visible: true });
const tab = (page: Page, name: DocumentName) =>
	page
		.getByRole('tablist', { name: vi.room.texts })
		.getByRole('tab', { name: vi.terms.document[name] })
		.click();

async function putCaret(page: Page, block: string, index: number): Promise<void> {
	await editor(page, block).click();
	await page.keyboard.press('Control+Home');
	for (let step = 0; step < index; step++) await page.keyboard.press('ArrowRight');
}

/** Through an input method: two sentences among the ten, then one in each of the other texts. */
async function compose(page: Page, block: Readonly<Record<'agenda' | 'resolution', string>>): Promise<void> {
	const telex = await Telex.at(page, 60);
	await telex.sentence(SENTENCE);
	await telex.sentence(SENTENCE);
	for (const name of ['agenda', 'resolution'] as const) {
		await tab(page, name);
		await editor(page, block[name]).click();
		await page.keyboard.press('Control+End');
		await telex.sentence(SENTENCE);
	}
}

/** In the order in which it stands: by whom, and which letters of each. */
function byWriter(
	doc: Y.Doc,
	blocks: readonly string[],
	owners: ReadonlyMap<number, string>
): Map<string, string> {
	const found = new Map<string, string>();
	for (const { character, client } of blocks.flatMap((block) => written(doc, block))) {
		const owner = owners.get(client) ?? 'nobody';
		found.set(owner, (found.get(owner) ?? '') + character);
	}
	return found;
}

test('a whole room writes together while the meeting goes on', async ({ product, open, expected }) => {
	test.setTimeout(300_000);
	// The editor says so once where a section begins with a fact, before its caret has been anywhere.
	expected.push(/TextSelection endpoint not pointing into a node with inline content \(doc\)/);
	// Each of the hundred providers listens for the end of the process.
	process.setMaxListeners(0);
	const demo = await product.seed({ members: 30, observers: 12 });
	const port = Number(new URL(product.origin).port);
	const shared = demo.items[0] ?? '';
	const held: Held = { demo, port, shared };
	const archive = new Archive(await product.databaseUrl(), demo.meeting);
	const { chair, facilitator, members, observers, all } = seats(held);
	const [, cutOff] = observers;
	if (!cutOff) throw new Error('there are observers');
	try {
		await expect.poll(() => all.every(({ isReady }) => isReady), { timeout: 60_000 }).toBe(true);
		const inMinutes = chair.carets.find(({ document }) => document === 'minutes');
		inMinutes?.letter(SHARED);

		// The screens: two that write, two that are looked at.
		const desk = await open({ session: demo.sessions.minuteTaker, size: DESKTOP });
		const guest = await open({ session: demo.sessions.observers[0] ?? '', size: DESKTOP });
		const phone = await open({ session: demo.sessions.members[28] ?? '', size: PHONE });
		const textsOnPhone = phone.getByRole('group', { name: vi.phone.tabs.texts });
		const wall = await open({ session: demo.sessions.wall, size: DESKTOP });
		await Promise.all([
			desk.goto(`/meetings/${demo.meeting}/desk`),
			guest.goto(`/meetings/${demo.meeting}/observe`)
		]);
		await Promise.all([
			phone.goto(`/meetings/${demo.meeting}/phone`),
			wall.goto(`/meetings/${demo.meeting}/wall`)
		]);
		// Before the page is live a tap is lost.
		await expect(async () => {
			await phone.getByRole('button', { name: vi.phone.tabs.texts }).click();
			await expect(textsOnPhone).toBeVisible({ timeout: 500 });
		}).toPass({ timeout: 30_000 });
		await observerWrites(guest);
		for (const [n, page] of [desk, guest].entries()) {
			await expect(editor(page, shared)).toContainText(SHARED);
			await putCaret(page, shared, SHARED.indexOf(MARKS[n] ?? '') + 1);
		}

		const began = performance.now();
		const stop = new AbortController();
		const lost = new AbortController();
		const writing = all.map((who) => who.write(who === cutOff ? lost.signal : stop.signal, BEAT));
		const dropping = [facilitator, ...members.slice(1, 4), observers[0]].filter((who) => who !== undefined);
		const room = rollAndFloor(held, chair, members.slice(6), observers.slice(2), stop.signal);
		const [, , droppedLetters, cut] = await Promise.all([
			compose(desk, { agenda: demo.items[2] ?? '', resolution: demo.clauses[2] ?? '' }),
			compose(guest, { agenda: demo.items[3] ?? '', resolution: demo.clauses[3] ?? '' }),
			Promise.all(dropping.map((who, n) => rest(1_000 + n * 700).then(() => offline(who)))),
			rest(4_000).then(async () => {
				lost.abort();
				await writing[all.indexOf(cutOff)];
				return takeRight(chair, cutOff);
			})
		]);
		stop.abort();
		await Promise.all(writing);
		const turns = await room;
		const seconds = (performance.now() - began) / 1000;
		await must(chair, { type: 'projection.show', show: 'document', what: shared });

		await test.step('everything that was typed is saved', async () => {
			const others = all.filter((who) => who !== cutOff);
			await expect
				.poll(() => others.filter((who) => !who.isSaved).map(({ sign }) => sign), { timeout: 30_000 })
				.toEqual([]);
			for (const page of [desk, guest]) {
				for (const name of DOCUMENTS) {
					await tab(page, name);
					await expect(page.locator('[data-saving]').filter({ visible: true })).toHaveAttribute(
						'data-saving',
						'saved'
					);
				}
			}
		});

		const fresh = new Participant(
			port,
			demo.meeting,
			{ id: '', sign: '', cookie: demo.sessions.observers[10] ?? '' },
			{ agenda: { block: shared }, minutes: { block: shared }, resolution: { block: shared } }
		);
		all.push(fresh);
		await expect.poll(() => fresh.isReady).toBe(true);
		const api = async <T>(path: string): Promise<T> => {
			const answer = await fetch(`${product.origin}/api/v1/meetings/${demo.meeting}/${path}`, {
				headers: { cookie: demo.sessions.secretary }
			});
			return (await answer.json()) as T;
		};
		const state = await api<{
			seq: number;
			documents: Record<DocumentName, { seq: number; sha256: string }>;
		}>('state');
		/** As it is read, with what its facts say; what was typed is compared with the copy of the one who came last. */
		const readings = {} as Record<DocumentName, { block: string; text: string }[]>;
		for (const name of DOCUMENTS)
			readings[name] = (await api<{ blocks: { block: string; text: string }[] }>(`documents/${name}`)).blocks;
		const blocks = (name: DocumentName) => readings[name].map(({ block }) => block);
		const asRead = (name: DocumentName) =>
			Object.fromEntries(readings[name].map(({ block, text }) => [block, text]));
		const copyOf = (name: DocumentName) => {
			const caret = fresh.carets.find(({ document }) => document === name);
			if (!caret) throw new Error(`nobody has ${name}`);
			return caret.writer.doc;
		};
		const asText = (name: DocumentName) =>
			Object.fromEntries(blocks(name).map((block) => [block, textOf(copyOf(name), block)]));

		await test.step('every copy is the same, letter for letter', async () => {
			for (const who of all.filter((each) => each !== cutOff)) {
				for (const { document, writer } of who.carets) {
					await expect
						.poll(() => sha256Of(jsonOf(writer.doc, blocks(document))), {
							message: `${who.sign} ${document}`
						})
						.toBe(state.documents[document].sha256);
				}
				await expect.poll(() => who.live.seq).toBe(state.seq);
				expect(
					who.live.events.map(({ seq }) => seq),
					who.sign
				).toEqual(Array.from({ length: state.seq }, (_, n) => n + 1));
			}
		});

		await test.step('every screen shows it', async () => {
			for (const name of DOCUMENTS) {
				for (const page of [desk, guest]) {
					await tab(page, name);
					await expect
						.poll(() => editorTexts(page), { message: `${name} at ${page.url()}` })
						.toEqual(asText(name));
				}
				await textsOnPhone.getByRole('button', { name: vi.terms.document[name] }).click();
				const lines = Object.fromEntries(
					Object.entries(asRead(name)).map(([block, text]) => [
						block,
						text.split('\n').filter(Boolean).join('\n')
					])
				);
				await expect.poll(() => readerTexts(phone), { message: `${name} on the phone` }).toEqual(lines);
			}
			const onWall = asRead('minutes')[shared]?.split('\n').filter(Boolean);
			await expect.poll(() => wall.locator('.words p.said').allTextContents()).toEqual(onWall);
			await tab(desk, 'minutes');
			await picture(desk, 'together-desk');
			await picture(wall, 'together-wall');
		});

		await test.step('every character is its writer’s, once, in the order of typing', async () => {
			const sentences: Record<DocumentName, string> = {
				agenda: WRITTEN,
				minutes: WRITTEN + WRITTEN,
				resolution: WRITTEN
			};
			const inBrowsers = [demo.people.members[1] ?? '', demo.people.observers[0] ?? ''];
			for (const name of DOCUMENTS) {
				const owners = await archive.owners(name);
				const stands = byWriter(
					fresh.writers[DOCUMENTS.indexOf(name)]?.doc ?? new Y.Doc(),
					blocks(name),
					owners
				);
				for (const who of all.filter((each) => each !== cutOff && each !== fresh)) {
					const caret = who.carets.find(({ document }) => document === name) as Caret;
					expect(stands.get(who.id), `${who.sign} in ${name}`).toBe(caret.typed);
					stands.delete(who.id);
				}
				for (const person of inBrowsers) {
					expect(stands.get(person), `${person} in ${name}`).toBe(sentences[name]);
					stands.delete(person);
				}
				const { least = '', most = '' } = cut.bounds.get(name) ?? {};
				const left = stands.get(cutOff.id) ?? '';
				expect(left.startsWith(least), `accepted before the cut: ${least} in ${left}`).toBe(true);
				expect(most.startsWith(left), `nothing after the cut: ${left} in ${most}`).toBe(true);
				stands.delete(cutOff.id);
				expect(
					[...stands.keys()].filter((owner) => owner !== SERVER),
					'nobody else wrote'
				).toEqual([]);
			}
		});

		await test.step('the log says the same of every part', async () => {
			const taken = await archive.transactionOf(cut.seq);
			for (const name of DOCUMENTS) {
				const owners = await archive.owners(name);
				const doc = new Y.Doc();
				for (const { author, update, seq, transaction } of await archive.rows(name)) {
					Y.applyUpdate(doc, update);
					for (const { id } of Y.decodeUpdate(update).structs) {
						expect([author, SERVER], `${name} ${seq}`).toContain(owners.get(id.client));
					}
					if (author === cutOff.id)
						expect(transaction < taken, `${name} ${seq} was committed before the cut`).toBe(true);
				}
				expect(sha256Of(jsonOf(doc, blocks(name)))).toBe(state.documents[name].sha256);
			}
		});

		await test.step('the record holds the same', async () => {
			await must(chair, { type: 'meeting.end' });
			await expect.poll(() => archive.record(), { timeout: 20_000 }).not.toBeNull();
			const record = JSON.parse((await archive.record()) ?? '') as MeetingRecord;
			for (const name of DOCUMENTS) {
				const kept = record.documents[name];
				expect(Object.fromEntries(kept.blocks.map(({ id, text }) => [id, text]))).toEqual(asText(name));
				const doc = new Y.Doc();
				Y.applyUpdate(doc, Buffer.from(kept.state, 'base64'));
				for (const block of blocks(name)) expect(textOf(doc, block)).toBe(asText(name)[block]);
			}
			for (const name of DOCUMENTS) {
				await tab(desk, name);
				await expect
					.poll(() => editorTexts(desk), { message: `${name} after the end` })
					.toEqual(asText(name));
			}
		});

		const rows = (await Promise.all(DOCUMENTS.map((name) => archive.rows(name)))).map(({ length }) => length);
		const letters = all.reduce(
			(sum, who) => sum + who.carets.reduce((all_, { typed }) => all_ + typed.length, 0),
			0
		);
		const figures = {
			seconds: Math.round(seconds),
			letters,
			rows,
			turns,
			events: state.seq,
			writtenOffline: droppedLetters.reduce((a, b) => a + b, 0),
			characters: DOCUMENTS.map((name) => Object.values(asText(name)).join('').length)
		};
		test.info().annotations.push({ type: 'figures', description: JSON.stringify(figures) });
		console.log(`together: ${JSON.stringify(figures)}`);
	} finally {
		for (const who of all) who.close();
		await archive.close();
	}
});
