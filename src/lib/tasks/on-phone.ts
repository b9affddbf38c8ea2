import type { TaskWords } from '../i18n/vi/tasks.ts';
import type { Locale } from '../i18n/words.ts';
import { isReview, type Meeting } from '../meeting/state.ts';
import { tasksFor } from './tasks.ts';

/** Whether a phone has anything to show of tasks: its owner's own, or the review that runs. */
export function concerns({ tasks, agenda }: Meeting, person: string): boolean {
	return (
		tasksFor(tasks, person).length > 0 ||
		tasks.previous.some(({ owner }) => owner === person) ||
		(tasks.previous.length > 0 && agenda.items.some((item) => item.id === agenda.running && isReview(item)))
	);
}

/** Fetched with the card, not with the page. */
export async function loadTaskWords(locale: Locale): Promise<TaskWords> {
	const { tasks } =
		locale === 'en' ? await import('../i18n/en/tasks.ts') : await import('../i18n/vi/tasks.ts');
	return tasks;
}
