/** Reading a page's form: what was typed comes back beside its mistakes, so that nothing is lost. */
import * as v from 'valibot';
import { clean } from '../../src/lib/kernel/text.ts';
import type { Problem } from '../../src/lib/i18n/forms.ts';
import { forms } from '../../src/lib/i18n/vi/forms.ts';

export type Values = Readonly<Record<string, string>>;

export interface Rejected {
	/** As typed; secrets are left out. */
	readonly values: Values;
	/** By field; `''` for what concerns the whole form. */
	readonly errors: Readonly<Record<string, Problem>>;
}

export type Checked<Output> =
	{ readonly ok: true; readonly data: Output } | { readonly ok: false; readonly rejected: Rejected };

const SECRETS = new Set(['password']);

export async function valuesOf(request: Request): Promise<Values> {
	const values: Record<string, string> = {};
	for (const [name, value] of await request.formData()) if (typeof value === 'string') values[name] = value;
	return values;
}

export function checked<Schema extends v.GenericSchema<unknown, unknown>>(
	schema: Schema,
	values: Values
): Checked<v.InferOutput<Schema>> {
	const result = v.safeParse(schema, values);
	if (result.success) return { ok: true, data: result.output };
	const errors: Record<string, Problem> = {};
	for (const issue of result.issues) {
		const field = String(issue.path?.[0]?.key ?? '');
		errors[field] ??= problemOf(issue.message);
	}
	return { ok: false, rejected: rejected(values, errors) };
}

export function rejected(values: Values, errors: Rejected['errors']): Rejected {
	return {
		values: Object.fromEntries(Object.entries(values).filter(([name]) => !SECRETS.has(name))),
		errors
	};
}

function problemOf(message: string): Problem {
	return isProblem(message) ? message : 'required';
}

function isProblem(message: string): message is Problem {
	return Object.hasOwn(forms.problems, message);
}

const said = (problem: Problem): Problem => problem;

/** One line of at most `maximum` characters. */
export function line(maximum: number) {
	return v.pipe(
		v.string(said('required')),
		v.transform((text) => clean(text).replace(/\s+/g, ' ')),
		v.minLength(1, said('required')),
		v.check((text) => [...text].length <= maximum, said('too-long'))
	);
}

/** One line that may stay empty: null then. */
export function optionalLine(maximum: number) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.transform((text) => clean(text).replace(/\s+/g, ' ') || null),
		v.check((text) => text === null || [...text].length <= maximum, said('too-long'))
	);
}

/** Several lines, kept as written but for tabs, which would vanish and join two words. */
export function paragraphs(maximum: number) {
	return v.pipe(
		v.string(said('required')),
		v.transform((text) => clean(text.replaceAll('\t', ' '))),
		v.minLength(1, said('required')),
		v.check((text) => [...text].length <= maximum, said('too-long'))
	);
}

export function choice<const Options extends readonly [string, ...string[]]>(options: Options) {
	return v.picklist(options, said('not-chosen'));
}

/** What somebody picked from a list that the server made. */
export const picked = v.pipe(
	v.string(said('not-chosen')),
	v.regex(/^[A-Za-z0-9_-]{1,36}$/, said('not-chosen'))
);

/** An unticked box is not sent at all. */
export const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value !== '')
);

export function wholeNumber(from: number, to: number, problem: Problem = 'bad-number') {
	return v.pipe(
		v.string(said('required')),
		v.trim(),
		v.regex(/^\d{1,9}$/, said(problem)),
		v.transform(Number),
		v.check((value) => value >= from && value <= to, said(problem))
	);
}

export const birthYear = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.check(
		(text) =>
			text === '' ||
			(/^\d{4}$/.test(text) && Number(text) >= 1900 && Number(text) <= new Date().getFullYear()),
		said('bad-year')
	),
	v.transform((text) => (text === '' ? null : Number(text)))
);

export const login = v.pipe(
	v.string(said('required')),
	v.transform((text) => clean(text).toLowerCase()),
	v.minLength(1, said('required')),
	v.regex(/^[\p{L}\p{N}._@-]{3,60}$/u, said('login-form'))
);

export const newPassword = v.pipe(
	v.string(said('required')),
	v.check((text) => [...text.normalize('NFC')].length >= 8, said('password-short')),
	v.maxLength(1024, said('too-long'))
);
