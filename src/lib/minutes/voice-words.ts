/** What people said, as the minutes tell it: Vietnamese whatever the reader's language, for those are a paper. */
import type { Handled } from '../comments/contract.ts';
import type { TurnKind } from '../speaking/contract.ts';
import { lengthWords, quoted } from './fact-words.ts';

export interface Speaker {
	readonly name: string;
	/** `Bí thư chi bộ`, or a guest's title; empty for none. */
	readonly office: string;
	readonly isGuest: boolean;
}

export interface Speech {
	readonly kind: TurnKind;
	readonly seconds: number;
	/** What it was about, in the words of those who asked for it; empty for none. */
	readonly topics: readonly string[];
}

const SPEAKS: Readonly<Record<TurnKind, string>> = {
	assigned: 'phát biểu ý kiến được giao chuẩn bị',
	free: 'phát biểu',
	'self-criticism': 'tự phê bình',
	criticism: 'phê bình',
	reply: 'giải trình',
	'point-of-order': 'nêu ý kiến về điều hành',
	presentation: 'trình bày'
};

/** Who spoke, how, on what and for how long. What was said is the taker's to write. */
export function speechWords(speaker: Speaker, { kind, seconds, topics }: Speech): string {
	const speaks = speaker.isGuest && kind === 'presentation' ? SPEAKS.free : SPEAKS[kind];
	const about = topics.length === 0 ? '' : ` về ${topics.map(quoted).join(', ')}`;
	return `${addressed(speaker)} ${speaks}${about} (${lengthWords(seconds)}).`;
}

function addressed({ name, office }: Speaker): string {
	return office === '' ? `Đồng chí ${name}` : `Đồng chí ${name}, ${office},`;
}

/** What the discussion was asked to think about (S0-14). */
export function questionsWords(questions: readonly string[]): string {
	if (questions.length === 0) return '';
	const lines = questions.map((text, index) => `${index + 1}. ${text}`);
	return ['Chủ trì gợi ý thảo luận:', ...lines].join('\n');
}

/** A written opinion word for word under its author's name, read out (OP6) or put into the minutes as it was sent (OP8). */
export function opinionWords(author: string, reader: string, text: string, writer = ''): string {
	const told = [
		...(writer ? [`đồng chí ${writer} ghi thay`] : []),
		reader ? `đồng chí ${reader} đọc` : 'gửi chi bộ'
	];
	return `Ý kiến bằng văn bản của đồng chí ${author} (${told.join(', ')}): ${quoted(oneLine(text))}.`;
}

export interface Commented {
	readonly author: string;
	readonly text: string;
	readonly asks: boolean;
	/** Of the clause that it is on; empty for anything else. */
	readonly clause: string;
	/** Null while nobody has dealt with it. */
	readonly handled: { readonly as: Handled; readonly by: string; readonly reply: string } | null;
}

/** A comment word for word under its author's name, with what became of it (AD11). */
export function commentWords({ author, text, asks, clause, handled }: Commented): string {
	const on = clause === '' ? '' : ` về điểm ${clause}`;
	const said = `Đồng chí ${author} ${asks ? 'hỏi' : 'góp ý'}${on}: ${quoted(oneLine(text))}.`;
	return handled === null ? said : `${said} ${outcome(handled)}.`;
}

function outcome({ as, by, reply }: NonNullable<Commented['handled']>): string {
	return reply === '' ? BECAME[as] : `Đồng chí ${by} ${ANSWERS[as]}: ${quoted(oneLine(reply))}`;
}

const BECAME: Readonly<Record<Handled, string>> = {
	noted: 'Ý kiến được ghi nhận',
	answered: 'Ý kiến đã được trả lời',
	accepted: 'Ý kiến được tiếp thu',
	'became-amendment': 'Ý kiến thành đề nghị sửa đổi dự thảo nghị quyết',
	'out-of-scope': 'Ý kiến nằm ngoài nội dung buổi sinh hoạt',
	'for-debrief': 'Ý kiến được chuyển sang phần rút kinh nghiệm'
};

const ANSWERS: Readonly<Record<Handled, string>> = {
	noted: 'ghi nhận',
	answered: 'trả lời',
	accepted: 'tiếp thu',
	'became-amendment': 'tiếp thu, chuyển thành đề nghị sửa đổi',
	'out-of-scope': 'trả lời',
	'for-debrief': 'trả lời'
};

function oneLine(text: string): string {
	return text.replace(/\s*\n\s*/g, ' ');
}
