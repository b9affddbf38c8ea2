import { readFile } from 'node:fs/promises';
import { checkActions } from './check-actions.ts';
import { checkSetup } from './check-setup.ts';
import { checkFormat } from './format.ts';
import { ScriptFault, type Script } from './script.ts';

/** @throws {ScriptFault} with the path of the first fault */
export async function readScript(file: string): Promise<Script> {
	const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
		throw new ScriptFault(
			'',
			error.code === 'ENOENT' ? 'there is no such file' : `cannot be read (${error.code})`
		);
	});
	return parseScript(text);
}

/** @throws {ScriptFault} */
export function parseScript(text: string): Script {
	const script = withoutNulls(json(text));
	checkFormat(script);
	checkSetup(script.setup);
	checkActions(script);
	return script;
}

function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new ScriptFault('', `is no JSON: ${error instanceof Error ? error.message : ''}`);
	}
}

/** In `setup` a field that may be left out may be null as well (section 3). */
function withoutNulls(script: unknown): unknown {
	if (typeof script !== 'object' || script === null || !('setup' in script)) return script;
	return { ...script, setup: stripped(script.setup) };
}

function stripped(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(stripped);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([, inner]) => inner !== null);
	return Object.fromEntries(kept.map(([key, inner]) => [key, stripped(inner)]));
}
