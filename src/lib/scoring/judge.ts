/** What a sheet comes to under its frame (SC2-SC4). */
import type { Criterion, Frame, Points } from './contract.ts';
import { criteria, inTenths } from './frame.ts';

export interface Judged {
	readonly total: number;
	/** The code of the grade. */
	readonly grade: string;
}

/** Null for a sheet that the frame does not allow (SC2). */
export function judge(frame: Frame, isThematic: boolean, points: Points): Judged | null {
	const asked = criteria(frame, isThematic);
	if (asked.length === 0 || Object.keys(points).length !== asked.length) return null;
	if (!asked.every((criterion) => allows(criterion, points[criterion.code]))) return null;
	const tenths = asked.reduce((sum, { code }) => sum + inTenths(points[code] ?? 0), 0);
	const grade = gradeOf(frame, asked, points, tenths);
	return grade === null ? null : { total: tenths / 10, grade };
}

export function allows({ maxPoints, options }: Criterion, points: number | undefined): boolean {
	if (points === undefined || maxPoints === null) return false;
	if (options.length > 0) return options.some((option) => option.points === points);
	return points >= 0 && points <= maxPoints && inTenths(points) / 10 === points;
}

function gradeOf(
	{ grades, gradeRules }: Frame,
	asked: readonly Criterion[],
	points: Points,
	tenths: number
): string | null {
	const reached = grades.find(({ min }) => inTenths(min) <= tenths)?.code ?? null;
	const isShort = (code: string) =>
		asked.some((item) => item.code === code && item.maxPoints !== points[code]);
	const rule = gradeRules.find(
		({ grade, requiresMaxOn }) => grade === reached && requiresMaxOn.some(isShort)
	);
	return rule?.otherwise ?? reached;
}

/** `part` of `whole` in tenths, half up, from whole numbers (SC12). */
export function halfUp(part: number, whole: number): number {
	return Math.floor((2 * part + whole) / (2 * whole)) / 10;
}

/** The mean of totals (script, section 7); null of none. */
export function mean(totals: readonly number[]): number | null {
	if (totals.length === 0) return null;
	return halfUp(
		totals.reduce((sum, total) => sum + inTenths(total), 0),
		totals.length
	);
}
