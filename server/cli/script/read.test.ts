import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseScript, readScript } from './read.ts';
import { ScriptFault, type Action, type Script } from './script.ts';

const SAMPLE = 'tests/scripts/sample-meeting.json';
const sample = () =>
	JSON.parse(readFileSync(SAMPLE, 'utf8')) as { -readonly [K in keyof Script]: Script[K] } & Record<
		string,
		unknown
	>;

/** The first fault of the sample after a change; null where there is none. */
function faultOf(change: (script: ReturnType<typeof sample>) => void): string | null {
	const script = sample();
	change(script);
	try {
		parseScript(JSON.stringify(script));
		return null;
	} catch (error) {
		if (error instanceof ScriptFault) return error.message;
		throw error;
	}
}

const setAction = (index: number, fields: Partial<Action>) => (script: ReturnType<typeof sample>) => {
	script.actions = script.actions.map((action, n) =>
		n === index ? ({ ...action, ...fields } as Action) : action
	);
};
const indexOf = (what: string, also: (action: Action) => boolean = () => true) =>
	sample().actions.findIndex((action) => action.do === what && also(action));

test('the sample is valid, and what it expects is never read', async () => {
	expect((await readScript(SAMPLE)).actions).toHaveLength(sample().actions.length);
	expect(faultOf((script) => (script['expected'] = { cell: 'nonsense' }))).toBeNull();
	expect(faultOf((script) => delete script['expected'])).toBeNull();
});

test('in setup, null stands for left out', () => {
	expect(faultOf((script) => (script.setup = { ...script.setup, programme: null } as never))).toBeNull();
	expect(faultOf((script) => (script.setup = { ...script.setup, rules: null } as never))).toBe(
		'/setup/rules: is missing'
	);
});

test('a file that is none, or no JSON', async () => {
	await expect(readScript('tests/scripts/none.json')).rejects.toThrow('/: there is no such file');
	expect(() => parseScript('{')).toThrow(/^\/: is no JSON/);
	expect(() => parseScript('[]')).toThrow(/^\/: must be object/);
});

test('an unknown act, an unknown field, a missing one and a wrong one are named with their path', () => {
	expect(faultOf(setAction(3, { do: 'opinion.asign' }))).toBe(
		'/actions/3/do: there is no act "opinion.asign"'
	);
	expect(faultOf(setAction(3, { colour: 'red' }))).toBe('/actions/3/colour: is no field of this format');
	expect(faultOf(setAction(3, { to: undefined }))).toBe('/actions/3/to: is missing');
	expect(faultOf(setAction(indexOf('leave.request'), { kind: 'never' }))).toMatch(
		/^\/actions\/\d+\/kind: must be one of absent, late, early$/
	);
	expect(faultOf(setAction(indexOf('amendment.propose'), { kind: 'swap' }))).toMatch(
		/\/kind: there is no amendment.propose of the kind "swap"$/
	);
	expect(faultOf((script) => (script['format'] = 'meeting-script/2'))).toMatch(/^\/format: /);
	expect(faultOf((script) => (script['extra'] = 1))).toBe('/extra: is no field of this format');
});

test('time: a moment that is none, another offset, an order that goes back', () => {
	expect(faultOf(setAction(0, { at: '2026-02-30T21:00:00+07:00' }))).toBe('/actions/0/at: is no moment');
	expect(faultOf(setAction(0, { at: '2026-10-30T14:00:00+00:00' }))).toBe(
		'/actions/0/at: has another offset than the planned start'
	);
	expect(faultOf(setAction(0, { at: '2026-10-30T21:00:21+07:00' }))).toBe(
		'/actions/1/at: is before the entry before it'
	);
	const open = indexOf('meeting.open');
	expect(faultOf(setAction(open, { at: '2026-11-03T19:29:59+07:00' }))).toBe(
		`/actions/${open}/at: opens before the planned start`
	);
});

test('people: a stranger, two of one id, somebody without a device, two acts of one person in one instant', () => {
	expect(faultOf(setAction(0, { by: 'm99' }))).toBe('/actions/0/by: is nobody of this meeting');
	expect(faultOf(setAction(0, { by: 'projector' }))).toBe('/actions/0/by: is nobody of this meeting');
	expect(faultOf(setAction(0, { by: 'm11' }))).toBe('/actions/0/by: has no device to act on');
	expect(faultOf(setAction(1, { at: sample().actions[0]?.at ?? '' }))).toBe(
		'/actions/1/by: acts twice in one instant'
	);
	expect(faultOf(setAction(0, { to: 'm99' }))).toBe('/actions/0/to: is nobody of this meeting');
	const twice = (script: ReturnType<typeof sample>) => {
		script.setup = {
			...script.setup,
			members: script.setup.members.map((each, n) => (n === 3 ? { ...each, id: 'm01' } : each))
		};
	};
	expect(faultOf(twice)).toBe('/setup/members/3/id: this id is used twice');
});

test('offices: the chair leads the cell, a small cell has no committee', () => {
	const chaired = (chair: string) => (script: ReturnType<typeof sample>) => {
		script.setup = { ...script.setup, meeting: { ...script.setup.meeting, chair } };
	};
	expect(faultOf(chaired('m06'))).toBe('/setup/meeting/chair: is neither the secretary nor the deputy');
	const small = (script: ReturnType<typeof sample>) => {
		script.setup = {
			...script.setup,
			members: script.setup.members.map((each, n) =>
				n < 8 ? each : { ...each, partyStatus: 'probationary' }
			)
		};
	};
	expect(faultOf(small)).toBe('/setup/members/2/role: a cell under 9 official members has no committee');
});

test('pointers: to what was not made, or is made in the same instant, or is no item or clause', () => {
	const grant = indexOf('floor.grant');
	expect(faultOf(setAction(grant, { request: 's99' }))).toBe(
		`/actions/${grant}/request: s99 was not made before`
	);
	const asked = sample().actions.find(({ ref }) => ref === 's02')?.at ?? '';
	const first = indexOf('floor.grant', ({ request }) => request === 's01');
	const early = (script: ReturnType<typeof sample>) => {
		const moved = { ...(script.actions[first] as Action), at: asked, request: 's02' };
		const others = script.actions.filter((_, n) => n !== first);
		const at = others.findIndex(({ ref }) => ref === 's02') + 1;
		script.actions = [...others.slice(0, at), moved, ...others.slice(at)];
	};
	expect(faultOf(early)).toMatch(/request: s02 is made in the same instant$/);
	expect(faultOf(setAction(indexOf('item.start'), { item: 'a99' }))).toMatch(
		/\/item: is no item of the agenda$/
	);
	expect(faultOf(setAction(indexOf('text.edit'), { clause: 'X.9' }))).toMatch(
		/\/clause: is no clause of the draft$/
	);
	expect(
		faultOf(
			setAction(
				indexOf('floor.request', ({ ref }) => ref === 's02'),
				{ ref: 's01' }
			)
		)
	).toMatch(/\/ref: this id is used twice$/);
});

test('connections: who is dropped can only comment, and comes back', () => {
	const drop = indexOf('net.drop');
	expect(
		faultOf(
			setAction(drop + 1, { do: 'floor.request', ref: 'q1', kind: 'free', on: undefined, text: undefined })
		)
	).toBe(`/actions/${drop + 1}/do: m20 is dropped and can only comment`);
	const forgotten = (script: ReturnType<typeof sample>) => {
		script.actions = script.actions.filter(
			({ do: what, by }) => what !== 'net.restore' || by !== 'projector'
		);
	};
	expect(faultOf(forgotten)).toMatch(/: projector is dropped and never restored$/);
});

test('texts: the character U+0000, white space at an end, a decomposed find', () => {
	expect(
		faultOf((script) => (script.setup = { ...script.setup, cell: { ...script.setup.cell, name: ' Chi bộ' } }))
	).toBe('/setup/cell/name: has white space at an end');
	expect(faultOf(setAction(0, { topic: 'a\0b' }))).toBe('/actions/0/topic: holds the character U+0000');
	expect(faultOf(setAction(indexOf('text.edit'), { find: 'chủ trì'.normalize('NFD') }))).toMatch(
		/\/find: is not NFC$/
	);
});

test('an observer is invited for a presentation only', () => {
	expect(
		faultOf(
			setAction(
				indexOf('floor.invite', ({ to }) => to === 'o1'),
				{ kind: 'free' }
			)
		)
	).toMatch(/\/kind: observers are invited for a presentation only$/);
});
