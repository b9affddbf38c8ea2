import type { Command } from '../../src/lib/meeting/contract.ts';
import type { Chance } from './chance.ts';

export const MEMBERS = ['m01', 'm02', 'm03', 'm04', 'm05', 'p1'];
export const PEOPLE = [...MEMBERS, 'o1', 'o2'];

/** What a command may make and a later one may name. */
type Kind = 'turn' | 'comment' | 'item' | 'vote' | 'entry' | 'amendment' | 'paper' | 'opinion';

/** Commands by chance in the meeting that `setup()` makes: mostly sensible, often refused. */
export class AnyCommand {
	readonly #chance: Chance;
	readonly #made: Record<Kind, string[]> = {
		turn: [],
		comment: [],
		item: ['a1', 'a2', 'a3'],
		vote: [],
		entry: [],
		amendment: [],
		paper: [],
		opinion: []
	};
	#count = 0;

	constructor(chance: Chance) {
		this.#chance = chance;
	}

	/** What a device without a name sends, and its ref. */
	knock(): Extract<Command, { type: 'join.knock' | 'join.claim' }> {
		const ref = this.#ref('entry');
		const name = { name: 'Lê Văn Khách', title: 'Cán bộ', organisation: 'Phường' };
		return this.#chance.next() < 0.5
			? { type: 'join.knock', ref, ...name, mode: 'remote' }
			: { type: 'join.claim', ref, member: this.#chance.one(MEMBERS) };
	}

	/** By anybody; the desk's own are refused to the others. */
	ofAnybody(): Command {
		const chance = this.#chance;
		return chance.one<() => Command>([
			() => ({ type: 'attendance.check-in', method: 'self' }),
			() => ({ type: 'attendance.leave' }),
			() => ({ type: 'observer.join' }),
			() => ({ type: 'observer.leave' }),
			() => ({
				type: 'leave.request',
				kind: chance.one(['absent', 'late', 'early']),
				reason: { code: 'om-dau', text: 'lý do riêng' }
			}),
			() => ({
				type: 'floor.request',
				ref: this.#ref('turn'),
				kind: chance.one(['free', 'free', 'point-of-order'])
			}),
			() => ({ type: 'floor.withdraw', request: this.#old('turn') }),
			() => ({ type: 'floor.end', turn: this.#old('turn') }),
			() => ({
				type: 'comment.post',
				ref: this.#ref('comment'),
				on: { kind: 'item', ref: this.#old('item') },
				text: 'ý kiến'
			}),
			() => ({ type: 'comment.withdraw', comment: this.#old('comment') }),
			() => this.#proposal(),
			() => ({ type: 'amendment.withdraw', amendment: this.#old('amendment') }),
			() => ({
				type: 'ballot.cast',
				vote: this.#old('vote'),
				choice: chance.one(['for', 'against', 'abstain'])
			}),
			() => ({ type: 'papers.issue', vote: this.#old('vote'), to: [chance.one(MEMBERS)] }),
			() => ({ type: 'vote.reserve', vote: this.#old('vote'), text: 'bảo lưu' }),
			() => ({
				type: 'comment.post',
				ref: this.#ref('comment'),
				on: { kind: 'paper', ref: this.#old('paper') },
				text: 'ý kiến hẹp',
				to: chance.one(['committee', 'chair'])
			}),
			() => ({
				type: 'comment.reply',
				ref: this.#ref('comment'),
				comment: this.#old('comment'),
				text: 'trả lời'
			}),
			() => ({ type: 'paper.open', paper: this.#old('paper') }),
			() => ({ type: 'join.use', member: chance.one(MEMBERS) }),
			() => ({ type: 'opinion.prepare', text: 'bản nháp' }),
			() => ({ type: 'opinion.send', ref: this.#ref('opinion'), text: 'ý kiến viết' }),
			() => this.ofChair()
		])();
	}

	ofChair(): Command {
		const chance = this.#chance;
		const member = () => chance.one(MEMBERS);
		return chance.one<() => Command>([
			() => ({ type: 'attendance.check-in', method: 'desk', for: member() }),
			() => ({ type: 'attendance.check-in-all', members: [member(), member()] }),
			() => ({ type: 'attendance.retract', of: member() }),
			() => ({ type: 'leave.decide', of: member(), accept: chance.next() < 0.5 }),
			() => ({ type: 'floor.grant', request: this.#old('turn') }),
			() => ({ type: 'floor.defer', request: this.#old('turn') }),
			() => ({
				type: 'floor.move',
				request: this.#old('turn'),
				before: chance.one([null, this.#old('turn')])
			}),
			() => ({ type: 'floor.invite', ref: this.#ref('turn'), to: chance.one(PEOPLE), kind: 'presentation' }),
			() => ({ type: chance.one(['floor.pause', 'floor.resume']) }),
			() => ({ type: 'floor.end', turn: this.#old('turn') }),
			() => ({
				type: 'comment.handle',
				comment: this.#old('comment'),
				status: chance.one(['noted', 'for-debrief'])
			}),
			() => ({ type: 'opinion.assign', to: member(), topic: 'chủ đề' }),
			() => ({ type: 'opinion.read', opinion: this.#old('opinion') }),
			() => ({
				type: 'paper.publish',
				ref: this.#ref('paper'),
				title: 'Tài liệu',
				...(chance.next() < 0.5 && { restrictedTo: 'members' as const })
			}),
			() => ({ type: 'item.start', item: this.#old('item') }),
			() => ({
				type: 'item.add',
				ref: this.#ref('item'),
				title: 'Mục thêm',
				phase: 'content',
				minutes: 5,
				after: 'a2'
			}),
			() => ({
				type: 'item.move',
				item: this.#old('item'),
				after: this.#old('item'),
				reason: 'đổi thứ tự'
			}),
			() => ({ type: 'item.remove', item: this.#old('item'), reason: 'không cần' }),
			() => ({
				type: 'clause.add',
				ref: `l${++this.#count}`,
				label: `II.9.${this.#count}`,
				after: null,
				text: 'khoản thêm'
			}),
			() => ({
				type: 'access.person',
				person: chance.one(PEOPLE),
				document: chance.one(['agenda', 'minutes', 'resolution']),
				right: chance.one(['edit', 'comment', null])
			}),
			() => ({
				type: 'floor.policy',
				policy: chance.one(['first-come', 'not-spoken-first', 'least-time-first', 'by-group'])
			}),
			() => ({ type: 'item.conclude', item: this.#old('item'), text: 'thống nhất' }),
			() => ({ type: 'act.undo', seq: 1 + chance.below(200) }),
			() => ({ type: 'projection.show', show: chance.one(['item', 'agenda', 'title']) }),
			() => ({
				type: 'vote.put',
				ref: this.#ref('vote'),
				title: 'Thông qua',
				threshold: 'majority',
				ballot: chance.one(['hands', 'open', 'secret-app', 'secret-paper']),
				subject: { kind: chance.one(['resolution', 'minutes', 'other']) },
				...(chance.next() < 0.5 && { tellers: ['m03', 'm04'] })
			}),
			() => ({
				type: 'vote.put',
				ref: this.#ref('vote'),
				title: 'Sửa điểm',
				threshold: 'majority',
				ballot: 'hands',
				subject: { kind: 'amendment', ref: this.#old('amendment') }
			}),
			() => ({ type: 'amendment.accept', amendment: this.#old('amendment') }),
			() => ({ type: 'amendment.reject', amendment: this.#old('amendment'), reason: 'chưa cần' }),
			() => ({
				type: 'amendment.merge',
				amendments: [...new Set([this.#old('amendment'), this.#old('amendment'), 'none'])].slice(0, 2)
			}),
			() => ({ type: 'vote.open', vote: this.#old('vote') }),
			() => ({
				type: 'hands.count',
				vote: this.#old('vote'),
				counts: { for: 1 + chance.below(3), against: 0, abstain: 0 }
			}),
			() => ({ type: chance.one(['vote.close', 'vote.cancel']), vote: this.#old('vote') }),
			() => ({ type: 'join.confirm', entries: [this.#old('entry')] }),
			() => ({ type: 'join.share', entry: this.#old('entry'), members: chance.one([[], [member()]]) }),
			() => ({ type: chance.one(['join.refuse', 'join.revoke']), entry: this.#old('entry') })
		])();
	}

	#proposal(): Command {
		const chance = this.#chance;
		const made = { type: 'amendment.propose' as const, ref: this.#ref('amendment') };
		const clause = chance.one(['c1', 'c2', this.#old('amendment')]);
		return chance.one<() => Command>([
			() => ({ ...made, kind: 'append', clause, text: 'câu thêm' }),
			() => ({ ...made, kind: 'replace-clause', clause, text: `câu thay ${this.#count}` }),
			() => ({ ...made, kind: 'replace-text', clause, find: 'khoản', text: 'điểm' }),
			() => ({ ...made, kind: 'new-clause', clause: `II.8.${this.#count}`, after: 'c1', text: 'điểm mới' })
		])();
	}

	#ref(kind: Kind): string {
		const ref = `${kind}${++this.#count}`;
		this.#made[kind].push(ref);
		return ref;
	}

	/** One of the newest, since older ones are mostly done with. */
	#old(kind: Kind): string {
		return this.#chance.one(
			[...this.#made[kind].slice(-4), ...this.#made[kind].slice(0, 3), 'none'].slice(0, 7)
		);
	}
}
