/** Who signs a paper, and for whom it is made. */
import type { Signing } from '../adoption/contract.ts';
import { nameIn } from '../people/names.ts';
import { filled, type Form, type RecipientsForm, type SignatureForm } from './forms.ts';
import type { Block, PaperKind, Recipients, Signature } from './layout.ts';
import { officeOf, signerOf, type Source } from './source.ts';
import { dayInWords } from '../i18n/day-in-words.ts';
import { capital, timeInWords } from './words.ts';

/** The minutes are what chair and minute taker signed in the system; every other paper is signed by hand. */
const SIGNED: Partial<Record<PaperKind, { readonly left: Signing; readonly right: Signing }>> = {
	minutes: { left: 'minute-taker', right: 'chair' }
};

/** Who signs, left and right, with what was signed in the system already. */
export function signatures(
	source: Source,
	kind: PaperKind,
	form: Form,
	values: Readonly<Record<string, string>>
): Block {
	const side = (of: SignatureForm, at: 'left' | 'right') =>
		withSigned(source, signature(source, of, values), SIGNED[kind]?.[at]);
	return {
		kind: 'signatures',
		left:
			form.left === null
				? null
				: form.left.block === 'recipients'
					? recipients(form.left, values)
					: side(form.left, 'left'),
		right: side(form.right, 'right')
	};
}

function recipients(
	{ heading, lines }: RecipientsForm,
	values: Readonly<Record<string, string>>
): Recipients {
	return { kind: 'recipients', heading, lines: lines.map((line) => filled(line, values)) };
}

function signature(source: Source, form: SignatureForm, values: Readonly<Record<string, string>>): Signature {
	const lines = chosen(source, form).map((line) => filled(line, values));
	const [authority = '', position = ''] = lines;
	return { kind: 'signature', authority, position, signed: [], name: lines.at(-1) ?? '' };
}

/** The block with who signed it, as what and when (adoption, AD10). */
function withSigned({ record, meeting }: Source, block: Signature, as: Signing | undefined): Signature {
	const found = record.signatures.find(({ role }) => role === as);
	if (!found) return block;
	const { person, at, vouchedBy } = found;
	const words = `${officeOf(meeting.people[person])} đã ký xác nhận trên hệ thống`;
	return {
		...block,
		name: nameIn(meeting.people, person),
		signed: [
			capital(words.trim()),
			`lúc ${timeInWords(at)}, ${dayInWords(at)}`,
			...(vouchedBy === null ? [] : [`(đồng chí ${nameIn(meeting.people, vouchedBy)} xác nhận chữ ký)`])
		]
	};
}

/** The lines for who signs (secretary or deputy) and for whom (cell or committee). */
function chosen({ meeting, onBehalfOf }: Source, { lines, alternatives }: SignatureForm): readonly string[] {
	const own = lines[0];
	const deputy = alternatives.find((other) => other[0] === own && other[1] !== lines[1]);
	const base = signerOf(meeting).isDeputy && deputy ? deputy : lines;
	const forOther = alternatives.find((other) => other[0] !== own)?.[0];
	return onBehalfOf === 'committee' && forOther ? [forOther, ...base.slice(1)] : base;
}
