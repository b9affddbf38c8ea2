/** The words that a record is found by: those that all who may read it read (AV5). */
import type { Passage } from '../../src/lib/archive/words.ts';
import type { BlockNode } from '../../src/lib/documents/html.ts';
import { terms } from '../../src/lib/i18n/vi/terms.ts';
import { month } from '../../src/lib/i18n/format.ts';
import { factWords } from '../../src/lib/meeting/fact-words.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import { nameIn } from '../../src/lib/people/names.ts';
import type { MeetingRecord, RecordedDocument } from '../../src/lib/records/record.ts';

/** @param meeting  as the record leaves it */
export function passagesOf(record: MeetingRecord, meeting: Meeting): Passage[] {
	const { documents, closed } = record;
	const all: Passage[] = [
		...titles(record),
		...blocks(meeting, documents.resolution, 'resolution'),
		...blocks(meeting, documents.minutes, 'minutes'),
		...closed.flatMap(({ document }) => blocks(meeting, document, 'minutes')),
		...tasks(record, meeting),
		{ part: 'aside', heading: '', text: names(record, meeting).join(', ') }
	];
	return all.filter(({ text }) => text !== '');
}

function titles({ meeting, documents, items, numbers }: MeetingRecord): Passage[] {
	const { type, topic, month: held } = meeting;
	const heading = (text: string | null): Passage => ({ part: 'title', heading: '', text: text ?? '' });
	return [
		heading(`${terms.meetingType[type]} tháng ${month(held)}`),
		heading(topic),
		heading(numbers.resolution ? `Nghị quyết ${numbers.resolution.replace(/^Số/, 'số')}` : null),
		heading(documents.resolution.blocks.find(({ id }) => id === 'title')?.text ?? ''),
		// They are much the same from month to month, and so tell less than what was resolved.
		...items.map(({ title }) => ({ part: 'minutes' as const, heading: '', text: title }))
	];
}

function blocks(meeting: Meeting, { blocks: all }: RecordedDocument, part: Passage['part']): Passage[] {
	return all.map(({ label, title, content }) => ({
		part,
		heading: [label, title].filter(Boolean).join('. '),
		text: content
			.map((node) => textOf(meeting, node))
			.filter((text) => text !== '')
			.join('\n')
	}));
}

function textOf(meeting: Meeting, { type, attrs, content = [] }: BlockNode): string {
	if (type === 'fact') return factWords(meeting, attrs?.kind ?? '', attrs?.ref ?? '');
	return content.map(({ text }) => text).join('');
}

function tasks({ tasks: { assigned, previous } }: MeetingRecord, { people }: Meeting): Passage[] {
	const line = (words: string, owner: string | null, group: string | null): Passage => ({
		part: 'aside',
		heading: '',
		text: [words, nameIn(people, owner), group ?? ''].filter((text) => text !== '').join('; ')
	});
	return [
		...assigned.map(({ words, owner, group }) => line(words, owner, group)),
		...previous.map(({ task, owner, group, result }) =>
			line(`${task} ${result}`.trim(), owner, group ?? null)
		)
	];
}

/** Members, and observers who came. */
function names({ attendance }: MeetingRecord, { people }: Meeting): string[] {
	return attendance.flatMap(({ person, stays }) => {
		const found = people[person];
		return found && (found.kind === 'member' || stays.length > 0) ? [found.name] : [];
	});
}
