import { expect, test } from 'vitest';
import { opened, Played, setup } from '../../../tests/support/meeting.ts';
import type { Command } from '../meeting/contract.ts';

const add = (ref: string): Command => ({ type: 'question.add', ref, text: 'Vì sao mới đạt 62%?' });

test('[PR1] the desk writes the questions, everybody reads them', () => {
	const played = new Played().all(['m02', add('q1')], ['m01', add('q2')]);
	expect(played.do('m03', add('q3'))).toBe('not-allowed');
	expect(played.do('m01', add('q1'))).toBe('id-taken');
	played.all(['m01', { type: 'question.remove', question: 'q1' }]);
	expect(played.do('m01', { type: 'question.remove', question: 'q1' })).toBe('unknown');
	expect(played.meeting.preparation.questions.map(({ id }) => id)).toEqual(['q2']);
});

test('[PR1] there are no more than a meeting may hold', () => {
	const questions = Array.from({ length: 50 }, (_, n) => ({ id: `q${n}`, text: 'Câu hỏi' }));
	const played = opened({ preparation: { questions, committeeMeeting: null } });
	expect(played.do('m01', add('one-more'))).toBe('enough-questions');
});

test('[PR2] the committee’s meeting is kept as it was entered', () => {
	const committeeMeeting = {
		at: setup().plannedStart - 86_400_000,
		endedAt: setup().plannedStart - 82_800_000,
		place: 'Nhà văn hóa',
		present: ['m01', 'm02'],
		chair: 'm01',
		minuteTaker: 'm02',
		decisions: ['Thống nhất nội dung']
	};
	const played = new Played({ preparation: { questions: [], committeeMeeting } });
	expect(played.meeting.preparation.committeeMeeting).toEqual(committeeMeeting);
});
