import { describe, expect, test } from 'vitest';
import { parsePasted } from '../../src/lib/people/paste.ts';
import type { PersonRow } from './directory.ts';
import { batchOf, plan } from './import.ts';

const row = (id: string, name: string, change: Partial<PersonRow> = {}): PersonRow => ({
	id,
	cell: 'cell',
	name,
	partyStatus: 'official',
	office: 'member',
	standing: 'active',
	birthYear: null,
	hasDevice: true,
	assistedBy: null,
	removedAt: null,
	removedReason: null,
	...change
});

const known = [
	row('a', 'Lê Cư', { birthYear: 1950, office: 'secretary' }),
	row('b', 'Lê Thị Hoa', { birthYear: 1960 }),
	row('c', 'Lê Thị Hoa', { birthYear: 1980 })
];
const planned = (text: string) => plan(parsePasted(text, 2026), known);

describe('[CE7] a pasted list', () => {
	test('says of each line whether somebody is new, changed or as before', () => {
		const lines = planned('Trần Mới, dự bị\nLê Cư, miễn\nlê cư, 1950');
		expect(lines.map((line) => ('outcome' in line ? [line.outcome, line.id] : line.fault))).toEqual([
			['new', null],
			['update', 'a'],
			['same', 'a']
		]);
	});

	test('changes only what a line says', () => {
		expect(batchOf(planned('Lê Cư, miễn')).changed).toMatchObject([
			{ id: 'a', fields: { name: 'Lê Cư', standing: 'exempt', office: 'secretary', birthYear: 1950 } }
		]);
		expect(batchOf(planned('Trần Mới')).added).toEqual([
			{
				name: 'Trần Mới',
				partyStatus: 'official',
				office: 'member',
				standing: 'active',
				birthYear: null,
				hasDevice: true,
				assistedBy: null
			}
		]);
	});

	test('pasting the same list again changes nothing', () => {
		expect(batchOf(planned('Lê Cư, 1950, bí thư\nLê Thị Hoa, 1960'))).toEqual({ added: [], changed: [] });
	});

	test('namesakes are told apart by their years, and asked about where the line gives none', () => {
		expect(planned('Lê Thị Hoa, 1980, dự bị')).toMatchObject([{ outcome: 'update', id: 'c' }]);
		expect(planned('Lê Thị Hoa, dự bị')).toMatchObject([{ fault: 'which-of-two' }]);
		expect(planned('Lê Thị Hoa, 1999')).toMatchObject([{ outcome: 'new' }]);
	});

	test('one secretary at most, and faulty lines write nothing', () => {
		const lines = planned('Trần Mới, bí thư\nTrần Hai, bí thư\nTrần Ba, ?');
		expect(lines.map((line) => ('fault' in line ? line.fault : line.outcome))).toEqual([
			'new',
			'two-secretaries',
			'unknown-word'
		]);
		expect(batchOf(lines).added).toHaveLength(1);
	});
});
