import { expect, test } from 'vitest';
import { LIVE_PAGES } from './vite-live-entries.ts';
import { chunkNames, type Graph } from './vite-shared-chunks.ts';

const PHONE = `/${LIVE_PAGES.phone}`;
const DESK = `/${LIVE_PAGES.desk}`;
const ROOM = '/src/lib/meeting/room.svelte.ts';

/** `from → to` for what comes with a file, `from ⇢ to` for what it fetches later. */
function graphOf(entries: readonly string[], arrows: readonly string[]): Graph {
	const links = arrows.map((arrow) => arrow.split(' ') as [string, string, string]);
	const ids = new Set([...entries, ...links.flatMap(([from, , to]) => [from, to])]);
	const to = (id: string, sign: string) =>
		links.flatMap((link) => (link[0] === id && link[1] === sign ? [link[2]] : []));
	return {
		getModuleIds: () => ids,
		getModuleInfo: (id) =>
			ids.has(id)
				? { isEntry: entries.includes(id), importedIds: to(id, '→'), dynamicallyImportedIds: to(id, '⇢') }
				: null
	};
}

const names = chunkNames(
	graphOf(
		[PHONE, DESK, '/nodes/1.js'],
		[
			`${PHONE} → ${ROOM}`,
			`${DESK} → ${ROOM}`,
			`${PHONE} → button`,
			`${DESK} → button`,
			'/nodes/1.js → button',
			'/nodes/1.js → sign-in',
			`${DESK} → queue`,
			`${DESK} → field`,
			`${PHONE} ⇢ dialog`,
			'dialog → field',
			'dialog → node_modules/svelte/index.js',
			`${DESK} → node_modules/svelte/index.js`
		]
	)
);

test('modules lie with those that the same pages need at first', () => {
	expect(names.get(ROOM)).toBe('phone-desk');
	expect(names.get('button')).toBe('phone-desk-plain');
	expect(names.get('queue')).toBe('desk');
});

test('what one page needs at first and another later draws nothing else along', () => {
	expect(names.get('field')).toBe('desk-later-phone');
});

test('entries, later parts, other pages and the framework are left to the bundler', () => {
	for (const id of [PHONE, 'dialog', 'sign-in', 'node_modules/svelte/index.js'])
		expect(names.has(id), id).toBe(false);
});
