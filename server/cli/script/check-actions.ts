/** What the schema cannot say of `actions` (docs/meeting-script.md, sections 2, 4 and 8): one pass, in their order. */
import { idsOf } from './check-setup.ts';
import { checkTexts, readMoment } from './check-text.ts';
import { field, PROJECTOR, ScriptFault, type Action, type Script, type ScriptSetup } from './script.ts';

/** @throws {ScriptFault} */
export function checkActions({ setup, actions }: Script): void {
	const course = new Course(setup);
	actions.forEach((action, index) => course.take(action, `/actions/${index}`));
	course.end();
}

/** Fields that point to what an earlier entry made. */
const POINTERS = [
	'request',
	'turn',
	'comment',
	'amendment',
	'vote',
	'paper',
	'opinion',
	'about',
	'basedOn',
	'remark'
];
/** These do so in one act alone; elsewhere they are words. */
const POINTERS_OF: Readonly<Record<string, string>> = { 'minutes.correct': 'note', 'task.change': 'task' };
const PEOPLE = ['for', 'to', 'of', 'owner'];

class Course {
	readonly #setup: ScriptSetup;
	readonly #offset: string;
	readonly #people: ReadonlySet<string>;
	readonly #silent: ReadonlySet<string>;
	readonly #labels: Set<string>;
	/** What can be pointed to, and when it was made. */
	readonly #made = new Map<string, number>();
	readonly #taken: Set<string>;
	readonly #dropped = new Map<string, string>();
	#now = -Infinity;
	#actors = new Set<string>();
	#chairIsIn = false;

	constructor(setup: ScriptSetup) {
		this.#setup = setup;
		this.#offset = readMoment(setup.meeting.plannedStart, '/setup/meeting/plannedStart').offset;
		this.#people = new Set([...setup.members, ...setup.observers].map(({ id }) => id));
		this.#silent = new Set(setup.members.filter(({ device }) => device === 'none').map(({ id }) => id));
		this.#labels = new Set(setup.draft?.clauses.map(({ id }) => id));
		this.#taken = new Set(idsOf(setup).map(([id]) => id));
	}

	take(action: Action, path: string): void {
		checkTexts(action, path);
		this.#time(action, path);
		this.#actor(action, path);
		this.#connection(action, path);
		this.#pointers(action, path);
		this.#meeting(action, path);
		this.#make(action, path);
	}

	end(): void {
		for (const [who, path] of this.#dropped)
			throw new ScriptFault(path, `${who} is dropped and never restored`);
	}

	#time({ at }: Action, path: string): void {
		const moment = readMoment(at, `${path}/at`);
		if (moment.offset !== this.#offset)
			throw new ScriptFault(`${path}/at`, 'has another offset than the planned start');
		if (moment.at < this.#now) throw new ScriptFault(`${path}/at`, 'is before the entry before it');
		if (moment.at > this.#now) this.#actors = new Set();
		this.#now = moment.at;
	}

	#actor({ by, do: what }: Action, path: string): void {
		const isScreen = by === PROJECTOR && what.startsWith('net.');
		if (!isScreen && !this.#people.has(by)) throw new ScriptFault(`${path}/by`, 'is nobody of this meeting');
		if (this.#silent.has(by)) throw new ScriptFault(`${path}/by`, 'has no device to act on');
		if (this.#actors.has(by)) throw new ScriptFault(`${path}/by`, 'acts twice in one instant');
		this.#actors.add(by);
	}

	#connection({ by, do: what }: Action, path: string): void {
		const isDropped = this.#dropped.has(by);
		if (what === 'net.restore') {
			if (!isDropped) throw new ScriptFault(`${path}/do`, `${by} is not dropped`);
			this.#dropped.delete(by);
		} else if (isDropped && what !== 'comment.post') {
			throw new ScriptFault(`${path}/do`, `${by} is dropped and can only comment`);
		}
		if (what === 'net.drop') this.#dropped.set(by, path);
	}

	#pointers(action: Action, path: string): void {
		for (const name of POINTERS.concat(POINTERS_OF[action.do] ?? [])) {
			if (name in action) this.#reaches(field(action, name), `${path}/${name}`);
		}
		for (const name of PEOPLE) {
			if (name in action && typeof action[name] === 'string' && !this.#people.has(field(action, name))) {
				throw new ScriptFault(`${path}/${name}`, 'is nobody of this meeting');
			}
		}
		listed(action, 'amendments').forEach((ref, index) => this.#reaches(ref, `${path}/amendments/${index}`));
		if ('item' in action) this.#isItem(field(action, 'item'), `${path}/item`);
		if (action.do === 'comment.post') this.#isTarget(action, `${path}/on/ref`);
		for (const name of ['clause', 'after']) {
			const makes =
				action.do === 'amendment.propose' && field(action, 'kind') === 'new-clause' && name === 'clause';
			if (name in action && !makes) this.#isClause(field(action, name), `${path}/${name}`);
		}
		const find = field(action, 'find');
		if (find !== find.normalize('NFC')) throw new ScriptFault(`${path}/find`, 'is not NFC');
	}

	#isTarget({ on }: Action, path: string): void {
		const { kind, ref } = on as { kind: string; ref: string };
		if (kind === 'item') this.#isItem(ref, path);
		else if (kind === 'clause') this.#isClause(ref, path);
		else this.#reaches(ref, path);
	}

	#reaches(ref: string, path: string): void {
		const madeAt = this.#made.get(ref);
		if (madeAt === undefined) throw new ScriptFault(path, `${ref} was not made before`);
		if (madeAt === this.#now) throw new ScriptFault(path, `${ref} is made in the same instant`);
	}

	#isItem(id: string, path: string): void {
		if (!this.#setup.agenda.some((item) => item.id === id))
			throw new ScriptFault(path, 'is no item of the agenda');
	}

	#isClause(label: string, path: string): void {
		if (!this.#labels.has(label)) throw new ScriptFault(path, 'is no clause of the draft');
	}

	#meeting(action: Action, path: string): void {
		const { meeting, observers } = this.#setup;
		if (action.do === 'attendance.check-in' && (field(action, 'for') || action.by) === meeting.chair)
			this.#chairIsIn = true;
		if (action.do === 'meeting.open' && action.by === meeting.chair) {
			if (this.#now < readMoment(meeting.plannedStart, '').at)
				throw new ScriptFault(`${path}/at`, 'opens before the planned start');
			if (!this.#chairIsIn) throw new ScriptFault(path, 'the chair has not checked in');
		}
		if (
			action.do === 'floor.invite' &&
			field(action, 'kind') !== 'presentation' &&
			observers.some(({ id }) => id === field(action, 'to'))
		) {
			throw new ScriptFault(`${path}/kind`, 'observers are invited for a presentation only');
		}
	}

	#make(action: Action, path: string): void {
		const ref = field(action, 'ref');
		if (ref === '') return;
		if (this.#taken.has(ref)) throw new ScriptFault(`${path}/ref`, 'this id is used twice');
		this.#taken.add(ref);
		this.#made.set(ref, this.#now);
		if (action.do === 'amendment.propose' && field(action, 'kind') === 'new-clause')
			this.#labels.add(field(action, 'clause'));
	}
}

function listed(action: Action, name: string): string[] {
	const list = action[name];
	return Array.isArray(list) ? list.filter((ref) => typeof ref === 'string') : [];
}
