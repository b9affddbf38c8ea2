import { happened, refused, unreachable, type Act, type Decision, type PersonId } from '../kernel/decider.ts';
import type { Command, Event, Refusal } from './contract.ts';
import type { Reports } from './reports.ts';

export interface Facts extends Act {
	readonly isMember: (id: PersonId) => boolean;
	/** Desk, minute taker and committee. */
	readonly leads: boolean;
}

export function decide(reports: Reports, command: Command, facts: Facts): Decision<Event, Refusal> {
	if (command.type === 'report.ask') return ask(reports, command, facts);
	const report = reports.find(({ id }) => id === command.report);
	if (!report) return refused('unknown');
	switch (command.type) {
		case 'report.give':
			if (!facts.leads && report.reporter !== facts.who) return refused('not-allowed');
			return happened({ type: 'report.given', report: report.id, text: command.text });
		case 'report.drop':
			return facts.leads ? happened({ type: 'report.dropped', report: report.id }) : refused('not-allowed');
		default:
			return unreachable(command);
	}
}

function ask(
	reports: Reports,
	{ ref, organisation, reporter = null }: Extract<Command, { type: 'report.ask' }>,
	{ leads, isMember }: Facts
): Decision<Event, Refusal> {
	if (!leads) return refused('not-allowed');
	if (reports.some(({ id }) => id === ref)) return refused('id-taken');
	if (reports.some((report) => report.organisation === organisation)) return refused('already-asked');
	if (reporter !== null && !isMember(reporter)) return refused('unknown');
	return happened({ type: 'report.asked', report: ref, organisation, reporter });
}
