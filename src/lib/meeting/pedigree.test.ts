import { expect, test } from 'vitest';
import { opened } from '../../../tests/support/meeting.ts';
import type { Command } from './contract.ts';
import { factWords } from './fact-words.ts';
import { pedigree } from './pedigree.ts';

const facts = { clauseText: () => 'một hai ba' };
const append = (ref: string, basedOn?: string): Command => ({
	type: 'amendment.propose',
	ref,
	kind: 'append',
	clause: 'c2',
	text: `thêm ${ref}`,
	...(basedOn && { basedOn })
});
const comment = (ref: string): Command => ({
	type: 'comment.post',
	ref,
	on: { kind: 'clause', ref: 'c2' },
	text: `ý ${ref}`
});

test('[AM10] a clause shows comment, amendment and vote, step by step', () => {
	const played = opened();
	played.all(['m03', comment('k1')], ['m04', comment('k2')], ['m04', comment('k3')]);
	played.do('m01', append('x1', 'k1'), facts);
	played.do('m03', append('x2'), facts);
	played.all(
		['m01', { type: 'comment.handle', comment: 'k2', status: 'became-amendment', amendment: 'x2' }],
		['m04', { type: 'comment.withdraw', comment: 'k3' }]
	);
	played.do('m01', { type: 'amendment.merge', amendments: ['x1', 'x2'] }, facts);
	const steps = pedigree(played.meeting, 'c2');
	expect(steps.map((step) => [step.amendment.id, step.comments.map(({ id }) => id)])).toEqual([
		['x1', ['k1']],
		['x2', ['k2']]
	]);
	expect(pedigree(played.meeting, 'c1')).toEqual([]);
	expect(factWords(played.meeting, 'amendment', 'x1')).toBe(
		'Đồng chí Nguyễn Văn m01 đề nghị thêm vào điểm II.2.d: “thêm x1”; được tiếp thu cùng đề nghị của đồng chí Nguyễn Văn m03.'
	);
});
