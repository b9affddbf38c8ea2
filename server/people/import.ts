/** What a pasted list would do to a cell: shown before, done after it is confirmed (CE7). */
import type { Fault, PastedLine, PastedPerson } from '../../src/lib/people/paste.ts';
import { NEW_MEMBER, type Batch, type PersonFields } from './keep.ts';
import type { PersonRow } from './directory.ts';

export type Outcome = 'new' | 'update' | 'same';

export type PlannedLine =
	| {
			readonly row: number;
			readonly outcome: Outcome;
			readonly id: string | null;
			readonly fields: PersonFields;
	  }
	| {
			readonly row: number;
			readonly fault: Fault | 'which-of-two' | 'two-secretaries';
			readonly text: string;
			readonly word?: string;
	  };

export function plan(lines: readonly PastedLine[], known: readonly PersonRow[]): PlannedLine[] {
	let secretary = false;
	return lines.map((line): PlannedLine => {
		if ('fault' in line) return line;
		const { row, person } = line;
		const namesakes = known.filter((other) => isSame(other, person));
		if (namesakes.length > 1) return { row, fault: 'which-of-two', text: person.name, word: person.name };
		if (person.office === 'secretary' && secretary)
			return { row, fault: 'two-secretaries', text: person.name, word: person.name };
		secretary ||= person.office === 'secretary';
		const [match] = namesakes;
		if (!match) return { row, outcome: 'new', id: null, fields: { ...NEW_MEMBER, ...person } };
		const { partyStatus, office, standing, birthYear, hasDevice, assistedBy } = match;
		const fields = {
			partyStatus,
			office,
			standing,
			birthYear,
			hasDevice,
			assistedBy,
			...person,
			name: match.name
		};
		return { row, outcome: changes(match, person) ? 'update' : 'same', id: match.id, fields };
	});
}

export function batchOf(planned: readonly PlannedLine[]): Batch {
	const good = planned.filter((line) => 'outcome' in line);
	return {
		added: good.flatMap(({ outcome, fields }) => (outcome === 'new' ? [fields] : [])),
		changed: good.flatMap(({ outcome, id, fields }) => (outcome === 'update' && id ? [{ id, fields }] : []))
	};
}

/** The same name in any capitals; years of birth tell namesakes apart where both are known. */
function isSame(row: PersonRow, { name, birthYear }: PastedPerson): boolean {
	if (row.name.normalize('NFC').toLowerCase() !== name.toLowerCase()) return false;
	return row.birthYear === null || birthYear === undefined || row.birthYear === birthYear;
}

function changes(row: PersonRow, { name: _, ...said }: PastedPerson): boolean {
	return Object.entries(said).some(([key, value]) => row[key as keyof typeof said] !== value);
}
