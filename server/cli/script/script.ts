/** A meeting script as `readScript` gives it: valid by the schema, by the rules of section 8, and without nulls. */
export interface Script {
	readonly id: string;
	readonly title: string;
	readonly setup: ScriptSetup;
	readonly actions: readonly Action[];
}

export interface ScriptSetup {
	readonly cell: {
		readonly id: string;
		readonly name: string;
		readonly cellType: string;
		readonly place: string;
		readonly meetingPlace: string;
		readonly term: string;
		readonly grassrootsParty: { readonly id: string; readonly name: string; readonly committeeName: string };
	};
	readonly members: readonly ScriptMember[];
	readonly observers: readonly ScriptObserver[];
	readonly meeting: {
		readonly id: string;
		readonly type: 'regular' | 'thematic' | 'combined';
		readonly model: boolean;
		readonly topic?: string;
		readonly month: string;
		readonly plannedStart: string;
		readonly chair: string;
		readonly facilitator?: string;
		readonly speakLimitSeconds: number;
		readonly minutesNumber?: string;
	};
	readonly rules: {
		readonly profile: string;
		readonly attendance: {
			readonly operator: '>=' | '>';
			readonly percent: number;
			readonly noUnexcused: boolean;
		};
		readonly minimumMinutes: number;
		readonly postBeforeHours?: number;
		readonly voteBase: 'list' | 'list-minus-excused';
		readonly scoringFrame?: string;
		readonly gradeOverlay?: string;
	};
	readonly previousTasks: readonly ScriptTask[];
	readonly programme?: {
		readonly plan: string;
		readonly wave: string;
		readonly coverageBefore: { readonly done: number; readonly total: number };
	};
	readonly agenda: readonly ScriptItem[];
	readonly draft?: ScriptDraft;
	readonly preparation?: ScriptPreparation;
}

export interface ScriptPreparation {
	readonly questions: readonly string[];
	readonly committeeMeeting?: {
		readonly at: string;
		readonly endedAt: string;
		readonly place: string;
		readonly present: readonly string[];
		readonly chair: string;
		readonly minuteTaker: string;
		readonly decisions: readonly string[];
		readonly minutesNumber?: string;
	};
}

export interface ScriptTask {
	readonly id: string;
	readonly task: string;
	readonly owner: string;
	readonly stateAtStart: string;
	readonly result: string;
	readonly status: 'done' | 'in-progress' | 'not-done';
	readonly percent: number;
}

export interface ScriptMember {
	readonly id: string;
	readonly name: string;
	readonly birthYear?: number;
	readonly partyStatus: 'official' | 'probationary';
	readonly role: 'secretary' | 'deputy_secretary' | 'cell_committee_member' | 'member';
	readonly standing: 'active' | 'exempt' | 'special-duty' | 'temporary-elsewhere' | 'suspended';
	readonly device: 'phone' | 'tablet' | 'laptop' | 'none';
	readonly assistedBy?: string;
	readonly probation?: { readonly helpedBy: string };
}

export interface ScriptObserver {
	readonly id: string;
	readonly name: string;
	readonly title: string;
	readonly organisation: string;
	readonly delegation?: string;
	readonly kind: 'delegation_head' | 'higher_level_delegate' | 'guest_observer';
	readonly mode: 'room' | 'remote';
	readonly supervises: boolean;
	readonly quota?: { readonly required: number; readonly attendedBefore: number };
}

export interface ScriptItem {
	readonly id: string;
	readonly code: string;
	readonly title: string;
	readonly phase: 'opening' | 'content' | 'closing';
	readonly responsible: string;
	readonly minutes: number;
	readonly required: boolean;
	readonly speakLimitSeconds?: number;
}

export interface ScriptDraft {
	readonly id: string;
	readonly number?: string;
	readonly title: string;
	readonly clauses: readonly {
		readonly id: string;
		readonly text: string;
		readonly fillAfterVote?: boolean;
	}[];
}

/** One entry; what else it holds depends on `do` (docs/meeting-script.md, section 4). */
export interface Action {
	readonly at: string;
	readonly by: string;
	readonly do: string;
	readonly [field: string]: unknown;
}

export const PROJECTOR = 'projector';

/** A script that cannot be played; `path` is the JSON pointer of its first fault. */
export class ScriptFault extends Error {
	readonly id = 'script-fault';
	readonly path: string;

	constructor(path: string, message: string) {
		super(`${path || '/'}: ${message}`);
		this.path = path;
	}
}

/** The text in one of an action's fields; empty where it has none. */
export function field(action: Action, name: string): string {
	const value = action[name];
	return typeof value === 'string' ? value : '';
}
