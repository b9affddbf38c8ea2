import { unreachable, type Instant, type Logged, type PersonId } from '../kernel/decider.ts';
import type { Event } from './contract.ts';

export interface Report {
	readonly id: string;
	readonly organisation: string;
	readonly reporter: PersonId | null;
	/** Null until it is given (RP3). */
	readonly text: string | null;
	readonly givenAt: Instant | null;
}

export type Reports = readonly Report[];

export const initial: Reports = [];

export function missing(reports: Reports): Reports {
	return reports.filter(({ text }) => text === null);
}

export function evolve(reports: Reports, event: Logged<Event>): Reports {
	switch (event.type) {
		case 'report.asked': {
			const { report: id, organisation, reporter } = event;
			return [...reports, { id, organisation, reporter, text: null, givenAt: null }];
		}
		case 'report.given':
			return reports.map((report) =>
				report.id === event.report
					? { ...report, text: event.text, givenAt: report.givenAt ?? event.at }
					: report
			);
		case 'report.dropped':
			return reports.filter(({ id }) => id !== event.report);
		default:
			return unreachable(event);
	}
}
