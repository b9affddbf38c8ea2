import { happened, refused, unreachable, type Act, type Decision, type PersonId } from '../kernel/decider.ts';
import type { Command, Event, Refusal } from './contract.ts';
import type { Debrief, State } from './debrief.ts';

export interface Facts extends Act {
	readonly isMember: (person: PersonId) => boolean;
	readonly remarkExists: (remark: string) => boolean;
	/** Of a task of this meeting or of the one before, with which a remedy goes on to the next. */
	readonly isTask: (id: string) => boolean;
}

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Who may at all is settled before (`people/may`), and that the meeting has ended. */
export function decide(state: State, command: Command, facts: Facts): Decision<Event, Refusal> {
	if (command.type === 'debrief.open')
		return state === null ? happened({ type: 'debrief.opened', person: facts.who }) : refused('wrong-phase');
	if (command.type === 'debrief.state' && !state?.participants.includes(facts.who))
		return refused('not-present');
	if (state === null || state.closedAt !== null) return refused('wrong-phase');
	switch (command.type) {
		case 'debrief.join':
			return happened({ type: 'debrief.joined', person: facts.who });
		case 'debrief.state':
			return speak(state, command, facts);
		case 'debrief.unify':
			return unify(state, command);
		case 'debrief.remedy':
			return remedy(state, command, facts);
		case 'debrief.withdraw':
			return withdraw(state, command.entry, facts);
		case 'debrief.close':
			return happened({ type: 'debrief.closed' });
		default:
			return unreachable(command);
	}
}

function speak(state: Debrief, { ref, text }: Of<'debrief.state'>, { who }: Facts): Decision<Event, Refusal> {
	if (isTaken(state, ref)) return refused('id-taken');
	return happened({ type: 'debrief.stated', statement: ref, person: who, text });
}

function unify(state: Debrief, { ref, text, cellTypes = [] }: Of<'debrief.unify'>): Decision<Event, Refusal> {
	if (isTaken(state, ref)) return refused('id-taken');
	return happened({ type: 'debrief.unified', point: ref, text, cellTypes: [...new Set(cellTypes)] });
}

function remedy(state: Debrief, command: Of<'debrief.remedy'>, facts: Facts): Decision<Event, Refusal> {
	const { ref, task: words, owner, deadline, remark = null } = command;
	if (isTaken(state, ref) || facts.isTask(ref)) return refused('id-taken');
	if (!facts.isMember(owner) || (remark !== null && !facts.remarkExists(remark))) return refused('unknown');
	return happened({ type: 'debrief.remedied', remedy: ref, words, owner, deadline, remark });
}

/** DB6 */
function withdraw(state: Debrief, entry: string, { who }: Facts): Decision<Event, Refusal> {
	if (!isTaken(state, entry)) return refused('unknown');
	const author = state.statements.find(({ id }) => id === entry)?.person ?? state.opener;
	return author === who ? happened({ type: 'debrief.withdrawn', entry }) : refused('not-allowed');
}

function isTaken({ statements, points, remedies }: Debrief, id: string): boolean {
	return [...statements, ...points, ...remedies].some((entry) => entry.id === id);
}
