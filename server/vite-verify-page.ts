/** Puts the page that checks a dossier together: one file with its script and style inside (`src/verify`). */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const NAME = 'virtual:verify-page';
const SOURCE = fileURLToPath(new URL('../src/verify/', import.meta.url));

export function verifyPage(): Plugin {
	return {
		name: 'verify-page',
		resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
		async load(id) {
			if (id !== `\0${NAME}`) return null;
			const { html, policy } = await assembled();
			return `export const html = ${JSON.stringify(html)};\nexport const policy = ${JSON.stringify(policy)};`;
		}
	};
}

async function assembled(): Promise<{ html: string; policy: string }> {
	const [page, style, script] = await Promise.all([
		readFile(`${SOURCE}page.html`, 'utf8'),
		readFile(`${SOURCE}page.css`, 'utf8'),
		bundled()
	]);
	const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
	// The hashes go over the very text between the tags, whatever a formatter makes of the page's source.
	const html = page
		.replace('%policy%', () => policy)
		.replace(/\s*%style%\s*/, () => style)
		.replace(/\s*%script%\s*/, () => script);
	return { html, policy };
}

async function bundled(): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: 'error',
		build: {
			write: false,
			target: 'es2022',
			modulePreload: false,
			rolldownOptions: { input: `${SOURCE}main.ts`, output: { format: 'iife', codeSplitting: false } }
		}
	});
	const [output] = Array.isArray(built) ? built : [built];
	const [chunk] = output && 'output' in output ? output.output : [];
	if (chunk?.type !== 'chunk') throw new Error('the page that checks a dossier was not built');
	return chunk.code.replaceAll('</script', '<\\/script');
}

function hashOf(text: string): string {
	return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
