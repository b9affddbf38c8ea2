/** Whether a value is a meeting script by its schema: the path and reason of the first fault otherwise. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import schema from '../meeting-script.schema.json' with { type: 'json' };
import { ScriptFault, type Script } from './script.ts';

const ajv = new Ajv2020({ strict: false });
const { $defs } = schema;
type Branch = (typeof $defs.action.oneOf)[number];

/** Entries are judged one by one below, for a clearer reason; what the script expects is never read. */
const whole = ajv.compile({
	...schema,
	properties: { ...schema.properties, actions: { type: 'array', minItems: 1 }, expected: true }
});
const entries = new Map<Branch, ValidateFunction>();

/** @throws {ScriptFault} */
export function checkFormat(value: unknown): asserts value is Script {
	if (!whole(value)) throw fault('', whole.errors);
	const { actions } = value as { actions: unknown[] };
	actions.forEach((action, index) => checkAction(action, `/actions/${index}`));
}

function checkAction(action: unknown, path: string): void {
	const branch = branchOf(action, path);
	const valid = entries.get(branch) ?? ajv.compile({ ...branch, $defs });
	entries.set(branch, valid);
	if (!valid(action)) throw fault(path, valid.errors);
}

function branchOf(action: unknown, path: string): Branch {
	if (typeof action !== 'object' || action === null) throw new ScriptFault(path, 'must be an object');
	const { do: what, kind } = action as { do?: unknown; kind?: unknown };
	const named = $defs.action.oneOf.filter(({ properties }) => properties.do.const === what);
	if (named.length === 0)
		throw new ScriptFault(`${path}/do`, `there is no act ${JSON.stringify(what) ?? 'without a name'}`);
	const found = named.length === 1 ? named[0] : named.find((branch) => kindOf(branch) === kind);
	if (!found)
		throw new ScriptFault(
			`${path}/kind`,
			`there is no ${String(what)} of the kind ${JSON.stringify(kind) ?? '(none)'}`
		);
	return found;
}

function kindOf({ properties }: Branch): unknown {
	const kind = 'kind' in properties ? properties.kind : undefined;
	return kind && 'const' in kind ? kind.const : undefined;
}

function fault(base: string, errors: ErrorObject[] | null | undefined): ScriptFault {
	const [error] = errors ?? [];
	if (!error) return new ScriptFault(base, 'is not valid');
	const { instancePath, params, message, keyword } = error;
	const more =
		keyword === 'required'
			? params['missingProperty']
			: keyword === 'additionalProperties'
				? params['additionalProperty']
				: undefined;
	const path = `${base}${instancePath}${typeof more === 'string' ? `/${pointer(more)}` : ''}`;
	return new ScriptFault(path, said(keyword, params, message));
}

function said(keyword: string, params: ErrorObject['params'], message: string | undefined): string {
	if (keyword === 'required') return 'is missing';
	if (keyword === 'additionalProperties') return 'is no field of this format';
	if (keyword === 'enum') return `must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`;
	return message ?? 'is not valid';
}

function pointer(key: string): string {
	return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
