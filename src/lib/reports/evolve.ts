import { unreachable, type Logged } from '../kernel/decider.ts';
import type { Event } from './contract.ts';
import type { Reports } from './reports.ts';

export const initial: Reports = [];

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
