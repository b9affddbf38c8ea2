import { lacking, type Tasks } from './tasks.ts';

/** Whether the meeting may end with `reason`, and what is then recorded (TA4). */
export function decideEnd(
	tasks: Tasks,
	reason: string | undefined
): { readonly override?: string } | 'tasks-incomplete' {
	if (lacking(tasks).length === 0) return {};
	return reason === undefined ? 'tasks-incomplete' : { override: reason };
}
