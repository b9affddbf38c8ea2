/** What an amendment says in the minutes: Vietnamese whatever the reader's language, as all of the minutes. */
import type { PersonId } from '../kernel/decider.ts';
import type { Amendment } from './amendments.ts';
import type { Outcome } from './contract.ts';

/** Empty while it is pending, and for what its proposer took back: it left no trace in the text. */
export function amendmentWords(
	amendment: Amendment,
	others: readonly Amendment[],
	nameOf: (id: PersonId) => string
): string {
	const { outcome, person, rationale } = amendment;
	const became = outcome && BECAME[outcome.as];
	if (!became) return '';
	const proposers = [...new Set(others.map((other) => nameOf(other.person)))];
	const merged =
		outcome.as === 'merged' && proposers.length > 0
			? ` cùng đề nghị của ${proposers.map((name) => `đồng chí ${name}`).join(', ')}`
			: '';
	const voted = outcome.as === 'rejected' && outcome.vote ? 'không được biểu quyết thông qua' : became;
	const why = rationale ? ` (lý do: ${rationale.replace(/\.$/, '')})` : '';
	const reason = outcome.reason ? `, vì: ${outcome.reason.replace(/\.$/, '')}` : '';
	return `Đồng chí ${nameOf(person)} đề nghị ${asked(amendment)}${why}; ${voted}${merged}${reason}.`;
}

const BECAME: Readonly<Partial<Record<Outcome, string>>> = {
	accepted: 'được tiếp thu',
	merged: 'được tiếp thu',
	adopted: 'được biểu quyết thông qua',
	rejected: 'không được tiếp thu',
	lapsed: 'chưa được giải quyết khi bế mạc'
};

function asked({ change, label }: Amendment): string {
	switch (change.kind) {
		case 'replace-clause':
			return `sửa điểm ${label} thành “${change.text}”`;
		case 'append':
			return `thêm vào điểm ${label}: “${change.text}”`;
		case 'replace-text':
			return `ở điểm ${label} thay “${change.find}” bằng “${change.text}”`;
		case 'delete-clause':
			return `bỏ điểm ${label}`;
		case 'new-clause':
			return `thêm điểm ${label}: “${change.text}”`;
	}
}
