/**
 * Meetings that do nothing but vote, at the edges: exactly half and one more, exactly two thirds and one less, in
 * cells of any size. What the record must say is written down beside each act, by hand arithmetic.
 */
import type { RefusalFigure } from '../../src/lib/records/act-figures.ts';
import type { ReservationFigure, VoteFigures } from '../../src/lib/records/paper-figures.ts';

type Json = Record<string, unknown>;
type Ballot = 'open' | 'secret-app' | 'secret-paper';
type Threshold = 'majority' | 'two-thirds';

export interface VotesScript {
	readonly script: Json;
	readonly expected: {
		readonly votes: Record<string, VoteFigures>;
		readonly reservations: readonly ReservationFigure[];
		readonly refusals: readonly RefusalFigure[];
		readonly onBehalf: number;
	};
}

interface Size {
	/** Official members, all of whom are in the room from the second vote on; the last comes during the first. */
	readonly official: number;
	readonly observers: number;
}

const START = Date.parse('2026-12-05T19:00:00+07:00');
const moment = (second: number) =>
	new Date(START + second * 1000 + 7 * 3_600_000).toISOString().replace('.000Z', '+07:00');
const id = (letter: string, n: number) => `${letter}${String(n).padStart(3, '0')}`;
const tenths = (part: number, whole: number) => Math.floor((2000 * part + whole) / (2 * whole)) / 10;
const THRESHOLDS: Record<Threshold, (agree: number, base: number) => boolean> = {
	majority: (agree, base) => 2 * agree > base,
	'two-thirds': (agree, base) => 3 * agree >= 2 * base
};

export function votesScript({ official, observers }: Size): VotesScript {
	const actions: Json[] = [];
	const votes: Record<string, VoteFigures> = {};
	const reservations: ReservationFigure[] = [];
	const refusals: RefusalFigure[] = [];
	const [chair, desk, late] = [id('m', 1), id('m', 2), id('m', official)];
	const members = Array.from({ length: official }, (_, n) => id('m', n + 1));
	const silent = members.filter((_, n) => n > 2 && n < official - 1 && n % 13 === 0);
	let second = 0;
	let onBehalf = 0;

	const step = () => (second += 5);
	const act = (by: string, what: string, fields: Json = {}) => {
		actions.push({ at: moment(second), by, do: what, ...fields });
		if (fields.for !== undefined) onBehalf += 1;
	};
	const no = (by: string, what: string, reason: string, fields: Json = {}) => {
		step();
		actions.push({ at: moment(second), by, do: what, ...fields });
		refusals.push({ at: moment(second), by, do: what, reason });
	};

	/** Members without a phone raise a hand, and the desk records one at a time. */
	function cast(vote: string, who: readonly string[], choice: string): void {
		step();
		for (const by of who) if (!silent.includes(by)) act(by, 'ballot.cast', { vote, choice });
		for (const whom of who) {
			if (!silent.includes(whom)) continue;
			step();
			act(desk, 'ballot.cast', { vote, choice, for: whom });
		}
	}

	function put(vote: string, ballot: Ballot, threshold: Threshold, more: Json = {}): void {
		step();
		const subject = { kind: 'person', ref: chair };
		act(chair, 'vote.put', { ref: vote, title: `Câu hỏi <b>${vote}</b>`, ballot, threshold, subject, ...more });
		step();
		act(chair, 'vote.open', { vote });
	}

	function close(vote: string, ballot: Ballot, threshold: Threshold, agree: number, against: number): void {
		step();
		act(chair, 'vote.close', { vote });
		const present = Object.keys(votes).length === 0 ? official - 1 : official;
		const needed = threshold === 'majority' ? Math.floor(official / 2) + 1 : Math.ceil((official * 2) / 3);
		votes[vote] = {
			base: official,
			present,
			needed,
			for: agree,
			against,
			abstain: 0,
			notVoting: present - agree - against,
			ratePercent: tenths(agree, official),
			passed: THRESHOLDS[threshold](agree, official),
			...(ballot === 'secret-paper' && {
				papers: { issued: official, returned: agree + against, valid: agree + against, invalid: 0 }
			})
		};
	}

	function onPhones(vote: string, ballot: Ballot, threshold: Threshold, agree: number): void {
		// Nobody votes for another in a secret vote: who has no phone gives no ballot there.
		const able = members.filter((who) => ballot === 'open' || !silent.includes(who));
		const [yes, no_] = [able.slice(0, agree), able.slice(agree)];
		put(vote, ballot, threshold);
		cast(vote, yes, 'for');
		cast(vote, no_, 'against');
		close(vote, ballot, threshold, agree, no_.length);
	}

	// ---- the room fills; the last member, the probationary one and the observers are not all there yet
	for (const who of members) if (who !== late && !silent.includes(who)) act(who, 'attendance.check-in', { method: 'self' });
	for (const whom of silent) {
		step();
		act(desk, 'attendance.check-in', { method: 'desk', for: whom });
	}
	step();
	act('p001', 'attendance.check-in', { method: 'self' });
	for (let n = 1; n <= observers; n++) act(id('o', n), 'observer.join', { mode: n % 3 === 0 ? 'remote' : 'room' });
	step();
	act(chair, 'meeting.open');

	// ---- v1: who came late is in the base and not on the roll
	put('v1', 'open', 'majority');
	no(chair, 'vote.put', 'vote-already-open', {
		ref: 'vx',
		title: 'Câu hỏi thứ hai',
		ballot: 'open',
		threshold: 'majority',
		subject: { kind: 'other' }
	});
	step();
	act(late, 'attendance.check-in', { method: 'self' });
	no(late, 'ballot.cast', 'not-on-roll', { vote: 'v1', choice: 'for' });
	no('p001', 'ballot.cast', 'probationary', { vote: 'v1', choice: 'for' });
	if (observers > 0) no('o001', 'ballot.cast', 'observer', { vote: 'v1', choice: 'for' });
	cast('v1', members.filter((who) => who !== late), 'for');
	no(desk, 'ballot.cast', 'already-voted', { vote: 'v1', choice: 'against' });
	close('v1', 'open', 'majority', official - 1, 0);
	no(desk, 'ballot.cast', 'vote-not-open', { vote: 'v1', choice: 'against' });
	step();
	act(desk, 'vote.reserve', { vote: 'v1', text: 'Bảo lưu: “chưa rõ” <i>nguồn</i> 💬.' });
	reservations.push({ vote: 'v1', by: desk });
	no(late, 'vote.reserve', 'not-on-roll', { vote: 'v1', text: 'Vào sau.' });

	// ---- v2 to v5: the four edges; the lower one first
	onPhones('v2', 'open', 'majority', Math.floor(official / 2));
	no(desk, 'vote.reserve', 'vote-not-passed', { vote: 'v2', text: 'Không được thông qua.' });
	onPhones('v3', 'open', 'majority', Math.floor(official / 2) + 1);
	onPhones('v4', 'open', 'two-thirds', Math.ceil((official * 2) / 3) - 1);
	onPhones('v5', 'open', 'two-thirds', Math.ceil((official * 2) / 3));

	// ---- v6: secret on phones
	put('v6', 'secret-app', 'majority');
	const able = members.filter((who) => !silent.includes(who));
	no(desk, 'ballot.cast', 'not-assistant', { vote: 'v6', choice: 'for', for: late });
	cast('v6', able.slice(0, -1), 'against');
	cast('v6', able.slice(-1), 'for');
	no(late, 'ballot.cast', 'already-voted', { vote: 'v6', choice: 'against' });
	close('v6', 'secret-app', 'majority', 1, able.length - 1);

	// ---- v7: secret on paper
	put('v7', 'secret-paper', 'two-thirds', { tellers: [desk, 'p001'] });
	no(late, 'ballot.cast', 'paper-vote', { vote: 'v7', choice: 'for' });
	no(chair, 'papers.issue', 'not-allowed', { vote: 'v7', to: members });
	no(desk, 'papers.issue', 'not-on-roll', { vote: 'v7', to: [chair, 'p001'] });
	step();
	act(desk, 'papers.issue', { vote: 'v7', to: members.slice(0, 2) });
	step();
	act('p001', 'papers.issue', { vote: 'v7', to: members.slice(1) });
	no(chair, 'vote.close', 'counts-wrong', { vote: 'v7' });
	const count = (returned: number, valid: number, agree: number) => ({
		vote: 'v7',
		returned,
		valid,
		invalid: returned - valid,
		counts: { for: agree, against: valid - agree, abstain: 0 }
	});
	no('p001', 'papers.count', 'counts-wrong', count(official + 1, official + 1, 1));
	no('p001', 'papers.count', 'counts-wrong', { ...count(official, official, 1), invalid: 1 });
	step();
	act('p001', 'papers.count', count(official, official - 1, 1));
	step();
	act('p001', 'papers.count', count(official, official, Math.ceil((official * 2) / 3)));
	close('v7', 'secret-paper', 'two-thirds', Math.ceil((official * 2) / 3), official - Math.ceil((official * 2) / 3));

	// ---- v8: who left before casting does not vote
	put('v8', 'open', 'majority');
	step();
	act(late, 'attendance.leave');
	no(late, 'ballot.cast', 'not-present', { vote: 'v8', choice: 'for' });
	cast('v8', [chair], 'for');
	close('v8', 'open', 'majority', 1, 0);
	step();
	act(chair, 'meeting.end');
	step();
	act(chair, 'record.seal');
	no(chair, 'record.seal', 'sealed');

	const name = (n: number) => `Nguyễn Văn ${['Hoa', 'Hòa', 'Hoà', 'Ẩn'][n % 4]}`;
	return {
		script: {
			format: 'meeting-script/1',
			id: 'votes',
			title: 'Tám lần biểu quyết',
			language: 'vi',
			fictional: true,
			setup: {
				cell: {
					id: 'cell-votes',
					name: 'Chi bộ Bản Nặm Cắn',
					cellType: 'village',
					place: 'Nặm Cắn',
					meetingPlace: 'Nhà văn hóa bản',
					term: '2025-2027',
					grassrootsParty: { id: 'gpc-votes', name: 'Đảng bộ xã', committeeName: 'Đảng ủy xã Nặm Cắn' }
				},
				members: [
					...members.map((who, n) => ({
						id: who,
						name: name(n),
						gender: 'nam',
						partyStatus: 'official',
						role: n === 0 ? 'secretary' : n === 1 ? 'deputy_secretary' : 'member',
						standing: 'active',
						device: silent.includes(who) ? 'none' : 'phone'
					})),
					{
						id: 'p001',
						name: 'Lê Thị Mới',
						gender: 'nữ',
						partyStatus: 'probationary',
						role: 'member',
						standing: 'active',
						device: 'phone'
					}
				],
				observers: Array.from({ length: observers }, (_, n) => ({
					id: id('o', n + 1),
					name: `Đại biểu ${n + 1}`,
					title: 'Bí thư chi bộ',
					organisation: 'Chi bộ bạn',
					kind: 'guest_observer',
					mode: n % 3 === 2 ? 'remote' : 'room',
					supervises: false
				})),
				meeting: {
					id: 'mtg-votes',
					type: 'regular',
					model: false,
					month: '2026-12',
					plannedStart: moment(0),
					chair,
					facilitator: desk,
					speakLimitSeconds: 120
				},
				rules: {
					profile: 'local',
					attendance: { operator: '>', percent: 50, noUnexcused: false },
					minimumMinutes: 1,
					voteBase: 'list'
				},
				previousTasks: [],
				agenda: [
					{
						id: 'i1',
						code: 'content.discussion',
						title: 'Biểu quyết',
						phase: 'content',
						responsible: chair,
						minutes: 30,
						required: true
					}
				]
			},
			actions
		},
		expected: { votes, reservations, refusals, onBehalf }
	};
}
