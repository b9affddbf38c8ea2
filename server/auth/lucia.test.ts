import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('one file imports lucia', () => {
	const cwd = fileURLToPath(new URL('../..', import.meta.url));
	const sources = globSync('{src,server}/**/*.{ts,svelte}', { cwd });
	const importers = sources.filter((path) => /from 'lucia'|import\('lucia'\)/.test(readFileSync(`${cwd}/${path}`, 'utf8')));
	expect(sources.length).toBeGreaterThan(50);
	expect(importers.filter((path) => !path.endsWith('lucia.test.ts'))).toEqual(['server/auth/lucia.ts']);
});
