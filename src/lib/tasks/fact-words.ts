/** What tasks say in the minutes and the resolution: Vietnamese whatever the reader's language, for those are papers. */
import { day } from '../i18n/format.ts';
import { compareNames } from '../kernel/text.ts';
import type { FactTable } from '../documents/fact-table.ts';
import type { PersonId } from '../kernel/decider.ts';
import type { PreviousTask } from './contract.ts';
import type { Review, Task } from './tasks.ts';

type NameOf = (id: PersonId) => string;

/**
 * A task where it was assigned, in the minutes.
 * @param label  of the clause that it carries out, where it hangs on one
 */
export function taskWords(task: Task, nameOf: NameOf, label?: string): string {
	const clause = label === undefined ? '' : ` (thực hiện điểm ${label} của nghị quyết)`;
	return `Giao nhiệm vụ${clause}: ${withoutStop(task.words)}; ${parts(task, nameOf).join('; ')}.`;
}

/** What hangs on a clause, whose own words say the task. */
export function clauseTasksWords(tasks: readonly Task[], nameOf: NameOf): string {
	const [only] = tasks;
	if (!only) return '';
	if (tasks.length === 1) return `Phân công: ${parts(only, nameOf).join('; ')}.`;
	const lines = tasks.map((task) => `${withoutStop(task.words)}: ${parts(task, nameOf).join('; ')}`);
	return `Phân công: ${lines.map((line, index) => `(${index + 1}) ${line}`).join('. ')}.`;
}

function parts({ owner, group, supports, deadline, reportAt }: Task, nameOf: NameOf): string[] {
	const leads = [
		...(owner === null ? [] : [`đồng chí ${nameOf(owner)}`]),
		...(group === null ? [] : [group])
	];
	return [
		leads.length === 0 ? 'chưa rõ người thực hiện' : `${leads.join(', ')} chủ trì`,
		...(supports.length > 0 ? [`phối hợp: ${comrades(supports.map(nameOf))}`] : []),
		deadline === null ? 'chưa có thời hạn' : `hoàn thành chậm nhất ngày ${day(deadline)}`,
		...(reportAt === null ? [] : [`báo cáo: ${reportAt}`])
	];
}

const STATUS: Readonly<Record<PreviousTask['status'], string>> = {
	done: 'hoàn thành',
	'in-progress': 'đang thực hiện',
	'not-done': 'chưa thực hiện'
};

/** The table of the former tasks in words: what they came to, then one line each. */
export function previousTasksWords(tasks: readonly PreviousTask[], review: Review, nameOf: NameOf): string {
	if (tasks.length === 0) return '';
	const lines = tasks.map((task, index) => `${index + 1}. ${previousWords(task, nameOf)}`);
	return [whatTheyCameTo(review), ...lines].join('\n');
}

const COLUMNS = ['TT', 'Nhiệm vụ', 'Người thực hiện', 'Đầu kỳ', 'Kết quả'] as const;

/** The same as the table that it is (S2-6), for papers and pages that draw one; null where there were no tasks. */
export function previousTasksTable(
	tasks: readonly PreviousTask[],
	review: Review,
	nameOf: NameOf
): FactTable | null {
	if (tasks.length === 0) return null;
	const rows = tasks.map((task, index) => [
		String(index + 1),
		withoutStop(task.task),
		task.owner === null ? (task.group ?? '') : nameOf(task.owner),
		withoutStop(task.stateAtStart),
		resultCell(task)
	]);
	return { head: whatTheyCameTo(review), columns: COLUMNS, rows };
}

function whatTheyCameTo({ total, done, inProgress, notDone, averagePercent }: Review): string {
	const counts = [
		`hoàn thành ${done}`,
		...(inProgress > 0 ? [`đang thực hiện ${inProgress}`] : []),
		...(notDone > 0 ? [`chưa thực hiện ${notDone}`] : [])
	];
	const average = averagePercent === null ? '' : `; bình quân đạt ${percentWords(averagePercent)}`;
	return `Kết quả thực hiện nhiệm vụ kỳ trước: ${total} nhiệm vụ, ${counts.join(', ')}${average}.`;
}

/** What became of it, then what people said of that, each a line. */
function resultCell({ status, percent, result, cause }: PreviousTask): string {
	const state = STATUS[status];
	return [
		`${state.charAt(0).toUpperCase()}${state.slice(1)}, đạt ${percentWords(percent)}.`,
		...(result ? [`${withoutStop(result)}.`] : []),
		...(cause ? [`Nguyên nhân: ${withoutStop(cause)}.`] : [])
	].join('\n');
}

function previousWords(task: PreviousTask, nameOf: NameOf): string {
	const who = task.owner === null ? (task.group ?? '') : `đồng chí ${nameOf(task.owner)}`;
	// What people said of it often begins with the same word.
	const isSaid = task.result.toLocaleLowerCase('vi').startsWith(STATUS[task.status]);
	const told = [
		...(task.stateAtStart ? [`đầu kỳ: ${withoutStop(task.stateAtStart)}`] : []),
		...(task.result ? [`kết quả: ${withoutStop(task.result)}`] : []),
		`${isSaid ? '' : `${STATUS[task.status]}, `}đạt ${percentWords(task.percent)}`,
		...(task.cause ? [`nguyên nhân: ${withoutStop(task.cause)}`] : [])
	];
	const mark = [task.remedy ? 'bổ cứu' : '', who].filter(Boolean).join(', ');
	return `${withoutStop(task.task)}${mark && ` (${mark})`}: ${told.join('; ')}.`;
}

function comrades(names: readonly string[]): string {
	const list = [...names].sort(compareNames).join(', ');
	return names.length === 1 ? `đồng chí ${list}` : `các đồng chí ${list}`;
}

/** `91,7%` */
function percentWords(percent: number): string {
	return `${String(percent).replace('.', ',')}%`;
}

function withoutStop(text: string): string {
	return text.replace(/[.;\s]+$/, '');
}
