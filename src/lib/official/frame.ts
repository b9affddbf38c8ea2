/** What stands round the words of every paper: head, title, signatures, recipients. */
import type { Instant } from '../kernel/decider.ts';
import { filled, formNamed, type Form, type FormCode } from './forms.ts';
import type { Block, Paper, PaperKind } from './layout.ts';
import { signatures } from './signatures.ts';
import { valuesOf, type Source } from './source.ts';
import { dayInWords } from '../i18n/day-in-words.ts';
import { upper, upperPlace } from './words.ts';

interface Kind {
	readonly kind: PaperKind;
	readonly form: FormCode;
	/** The day that the paper is dated and its files bear. */
	readonly at: Instant;
	/** Beside those that every paper fills. */
	readonly values?: Readonly<Record<string, string>>;
	readonly mark?: string;
	/** In whose name it is made, where that is not the cell. */
	readonly body?: string;
	/** In the place of the form's own. */
	readonly number?: string;
}

const KINDS = { regular: 'thường kỳ', thematic: 'chuyên đề', combined: 'thường kỳ và chuyên đề' } as const;

/** @param body  the words between title and signatures */
export function framed(source: Source, kind: Kind, body: (form: Form) => readonly Block[]): Paper {
	const form = formNamed(kind.form);
	const values = { ...valuesOf(source), ...kind.values };
	const { cell, type } = source.record.meeting;
	const subject = filled(form.subjectPattern, values)
		.replace('thường kỳ', KINDS[type])
		.replace(/\s+/g, ' ')
		.trim();
	return {
		kind: kind.kind,
		title: `${sentence(form.typeName)} ${subject}`,
		cell: cell.name,
		at: kind.at,
		guide: source.guide,
		blocks: [
			{
				kind: 'head',
				upper: kind.body === undefined ? upper(`Đảng bộ ${upperPlace(cell.upper)}`) : '',
				body: inLines(upper(kind.body ?? cell.name)),
				number: kind.number ?? numberOf(source, kind.kind, form),
				placeDate: form.placeDate ? `${values.place}, ${dayInWords(kind.at)}` : ''
			},
			{ kind: 'title', name: form.typeName, subject: [subject], mark: kind.mark ?? '' },
			...body(form),
			signatures(source, kind.kind, form, values),
			...sealBlocks(source, kind.kind)
		],
		foot: source.seal && `Mã niêm phong: ${source.seal.fingerprint}`
	};
}

/** The form's own pattern with room for a number where none was given: it is then written by hand. */
function numberOf({ numbers }: Source, kind: PaperKind, { numberPattern }: Form): string {
	if (numberPattern === null) return '';
	const given: Partial<Record<PaperKind, string>> = numbers;
	return given[kind] ?? filled(numberPattern, { nn: '\u00a0'.repeat(6) });
}

function sealBlocks({ seal, record }: Source, kind: PaperKind): Block[] {
	if (seal === null) return [];
	const { adopted, meeting } = record;
	return [
		{
			kind: 'seal',
			lines: [
				`Hồ sơ niêm phong số ${seal.number} của ${meeting.cell.name}. Mã niêm phong: ${seal.fingerprint}`,
				...(adopted && (kind === 'minutes' || kind === 'extract')
					? [
							`Biên bản được thông qua: bản số ${adopted.version.seq}, mã kiểm tra (SHA-256): ${adopted.sha256}`
						]
					: []),
				`Dòng kiểm tra: ${seal.line}`
			],
			line: seal.line
		}
	];
}

/** `BIÊN BẢN` → `Biên bản` */
function sentence(capitals: string): string {
	return capitals.charAt(0) + capitals.slice(1).toLocaleLowerCase('vi');
}

/** In letters, of bold capitals beside the Party’s name. */
const LONGEST_LINE = 22;

/** A long name in two lines, the first the longer, as it is centred over the number. */
function inLines(name: string): string[] {
	if (name.length <= LONGEST_LINE) return [name];
	const words = name.split(' ');
	const first = (at: number) => words.slice(0, at).join(' ');
	const rest = (at: number) => words.slice(at).join(' ');
	const at = words.findIndex((_, index) => first(index).length >= rest(index).length);
	return [first(at), rest(at)].filter((line) => line !== '');
}
