import { happened, refused, unreachable, type Act, type Decision, type PersonId } from '../kernel/decider.ts';
import type { Command, Event, Refusal } from './contract.ts';
import { find, isFor, type Paper, type Papers } from './papers.ts';

export interface Facts extends Act {
	readonly isObserver: (id: PersonId) => boolean;
}

export function decide(papers: Papers, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'paper.publish': {
			if (find(papers, command.ref)) return refused('id-taken');
			const { ref: paper, title, pages, level, restrictedTo } = command;
			return happened({
				type: 'paper.published',
				paper,
				title,
				restricted: restrictedTo !== undefined,
				...(pages && { pages }),
				...(level && { level })
			});
		}
		case 'paper.attach':
			if (!find(papers, command.paper)) return refused('unknown');
			return happened({ type: 'paper.attached', paper: command.paper, file: command.file });
		case 'paper.open':
			return open(find(papers, command.paper), facts);
		default:
			return unreachable(command);
	}
}

function open(paper: Paper | undefined, { who, isObserver }: Facts): Decision<Event, Refusal> {
	if (!paper) return refused('unknown');
	if (!isFor(paper, isObserver(who))) return refused('restricted');
	return happened({ type: 'paper.opened', paper: paper.id, person: who });
}
