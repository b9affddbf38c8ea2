import { isReview, type Meeting } from '../meeting/state.ts';

/** Whether a phone has anything to show of tasks: its owner's own, or the review that runs. */
export function concerns({ tasks, agenda }: Meeting, person: string): boolean {
	return (
		tasks.assigned.some(({ owner, supports }) => owner === person || supports.includes(person)) ||
		tasks.previous.some(({ owner }) => owner === person) ||
		(tasks.previous.length > 0 && agenda.items.some((item) => item.id === agenda.running && isReview(item)))
	);
}
