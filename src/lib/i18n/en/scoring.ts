import type { ScoringWords } from '../vi/scoring.ts';
import { number } from '../format.ts';

export const scoring: ScoringWords = {
	title: 'Score',
	selfTitle: 'The cell’s own score',
	mineTitle: 'My sheet',
	hint: 'The room only proposes, from what happened in the meeting. The points are yours to decide.',
	selfHint: 'The committee proposes, members comment, the cell votes; the higher level confirms.',
	privateHint: 'The cell does not see this sheet until the debrief is closed or the record is sealed.',
	noFrame: 'The rules of this meeting come without a scoring frame.',
	noPoints: 'This frame has criteria, but no points.',
	notYet: 'The cell has not scored itself yet.',
	notMine: 'You have not scored yet.',
	joinFirst: 'Please join first, then score.',
	begin: 'Score',
	again: 'Score again',
	close: 'Not now',
	submit: 'Save the score',
	submitted: 'Score saved',
	points: 'Points',
	outOf: (most) => `at most ${most}`,
	wrong: (most) => `From 0 to ${most}, to one decimal.`,
	choose: 'Choose',
	option: (label, points) => `${points} points: ${label}`,
	proposed: (points) => `Proposed ${points}`,
	take: 'Take',
	takeOf: (points, title) => `Take the proposed ${points} points: ${title}`,
	taken: 'as proposed',
	takeAll: 'Take every proposal where nothing stands yet',
	provisional: 'provisional',
	provisionalHint: (titles) => `Provisional, as this is not known yet: ${titles}.`,
	judge: 'For the scorer to judge.',
	left: (n) => (n === 1 ? '1 criterion has no points yet' : `${n} criteria have no points yet`),
	note: 'Note',
	total: 'Total',
	outOfTotal: (total, most) => `${total}/${most}`,
	grade: 'Grade',
	putToVote: 'Put to the vote',
	putTitle: 'Put the cell’s own score to the vote?',
	putQuestion: 'The question is put; open the vote under Vote.',
	question: (total, grade) => `Thông qua kết quả tự đánh giá ${total} điểm, xếp loại ${grade}`,
	wasPut: 'Put to the vote',
	voting: 'being voted on',
	voted: 'adopted by the cell',
	rejected: 'rejected by the cell',
	observers: 'Sheets of observers',
	observersNone: 'No sheet yet.',
	supervisor: 'Confirmed by the higher level',
	supervises: 'supervisor of the cell',
	notConfirmed: 'Not confirmed by the higher level yet.',
	confirm: 'Confirm the cell’s own score',
	confirmTitle: 'Confirm the cell’s own score?',
	confirmQuestion: (total, grade) =>
		`Your sheet will hold exactly the points that the cell gave itself: ${total}, ${grade}.`,
	confirmed: 'Confirmed',
	average: (average) => `Mean of the observers’ sheets: ${average}`,
	criterion: 'Criterion',
	cell: 'Cell',
	mine: 'Mine',
	look: 'Look',
	lookAt: (what) => `Look at: ${what}`,
	known: 'What the room knows',
	state: {
		met: 'met',
		part: 'met in part',
		unmet: 'not met',
		later: 'still to come',
		unknown: 'no figures'
	},
	fact: {
		duration: ([minutes = 0, needed = 0]) => `${minutes} minutes, at least ${needed} are asked for`,
		'on-time': ([late = 0]) => (late === 0 ? 'Opened in time' : `Opened ${late} minutes late`),
		rate: ([present = 0, summoned = 0, percent = 0, asked = 0]) =>
			`${present}/${summoned} present (${number(percent, 'en')}%), the mark is ${number(asked, 'en')}%`,
		unexcused: ([n = 0]) => (n === 0 ? 'Nobody absent without reason' : `${n} absent without reason`),
		'excused-in-a-row': () => 'Excused several times running: see the former meetings',
		'agenda-whole': ([n = 0]) => `${n} required items on the agenda`,
		draft: ([n = 0]) => (n === 0 ? 'No draft resolution' : `The draft resolution has ${n} clauses`),
		questions: ([n = 0]) => (n === 0 ? 'No guiding question' : `${n} guiding questions`),
		'committee-met': (_, holds) =>
			holds ? 'The committee met and has minutes' : 'No minutes of the committee’s meeting',
		notified: ([n = 0], holds) => (holds ? `Notice sent to ${n} people` : 'No notice sent'),
		'posted-before': ([papers = 0, hours = 0, needed = 0]) =>
			papers === 0
				? 'No paper posted ahead'
				: `${papers} papers, posted ${hours} hours ahead (${needed} are asked for)`,
		'posted-after': () => 'Finished papers posted within 2 days after the meeting',
		'steps-done': ([done = 0, all = 0, missing = 0]) =>
			`${done}/${all} required items done${missing > 0 ? `, ${missing} missing` : ''}`,
		'minutes-kept': ([kept = 0, all = 0]) => `The minutes tell of ${kept}/${all} items`,
		speakers: ([n = 0, all = 0, percent = 0]) =>
			`${n} of ${all} in the room have spoken (${number(percent, 'en')}%)`,
		'members-reviewed': (_, holds) => (holds ? 'Members were reviewed' : 'Members were not reviewed yet'),
		'self-criticism': (_, holds) =>
			holds ? 'Self-criticism and criticism held' : 'Self-criticism and criticism not held yet',
		'ideology-minutes': ([minutes = 0]) => `Ideology and self-criticism: ${minutes} minutes (15 or more)`,
		'previous-tasks': ([done = 0, all = 0, percent = 0]) =>
			all === 0
				? 'No tasks from last time'
				: `Tasks from last time: ${done}/${all} done, ${number(percent, 'en')}% on average`,
		'resolution-voted': (_, holds) => (holds ? 'Resolution adopted' : 'Resolution not adopted yet'),
		'minutes-approved': (_, holds) => (holds ? 'Minutes approved' : 'Minutes not approved yet'),
		'tasks-whole': ([whole = 0, all = 0]) =>
			all === 0 ? 'No task assigned' : `${whole}/${all} tasks have who and until when`
	}
};
