/**
 * `npm test`: everything, two things at a time, stopping at nothing, and one closing line `N passed, N failed`.
 * Installs with apt, where it may, what the tests look at pages and papers with; else prints the one line to run.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';

const BROWSERS = [
	process.env.CHROMIUM_PATH,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome'
];
const node = process.execPath;
let passed = 0;
let failed = 0;

function run(command, args, env = {}) {
	console.log(`\n> ${[command === node ? 'node' : command, ...args].join(' ')}`);
	return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

/** What it says is told whole once it is over, so that two at a time do not talk into one another. */
async function step(name, args) {
	const { ok, said } = await heard(args);
	console.log(`\n> ${['node', ...args].join(' ')}\n${said}${ok ? 'ok' : 'FAILED'}: ${name}`);
	if (ok) passed += 1;
	else failed += 1;
	return ok;
}

function heard(args) {
	return new Promise((resolve) => {
		const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'] });
		let said = '';
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding('utf8').on('data', (text) => (said += text));
		child.once('close', (code) => resolve({ ok: code === 0, said }));
	});
}

const isThere = (paths) => paths.some((path) => path && existsSync(path));

/** Debian packages that the tests need and this machine lacks: a browser, an office with letters for every text, poppler. */
function lacking() {
	return [
		...(isThere(BROWSERS) ? [] : ['chromium']),
		...(isThere(['/usr/bin/soffice', '/usr/bin/libreoffice']) ? [] : ['libreoffice-writer-nogui']),
		...(isThere(['/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf']) ? [] : ['fonts-dejavu-core']),
		...(isThere(['/usr/bin/pdftotext']) ? [] : ['poppler-utils'])
	];
}

function tools() {
	const packages = lacking();
	if (packages.length === 0) return;
	// The office recommends half a desktop, which no test opens.
	const lean = packages.includes('chromium') ? '' : '--no-install-recommends ';
	const install = `apt-get update && apt-get install -y ${lean}${packages.join(' ')}`;
	if (
		process.getuid?.() === 0 &&
		run('sh', ['-c', `${install} > /dev/null`], { DEBIAN_FRONTEND: 'noninteractive' })
	)
		return;
	console.error(
		`The tests need ${packages.join(', ')}. Run this, then the tests again:\n  sudo sh -c '${install}'`
	);
	console.log('0 passed, 1 failed');
	process.exit(1);
}

/**
 * Adds what a runner reports test by test; a report that is missing counts as one failure.
 * @param {string} report
 * @param {(json: any) => { ok: number, bad: number }} read
 */
function count(report, read) {
	try {
		const { ok, bad } = read(JSON.parse(readFileSync(report, 'utf8')));
		passed += ok;
		failed += bad;
	} catch (error) {
		console.error(`no report at ${report}: ${error}`);
		failed += 1;
	}
}

async function buildAndTypes() {
	const ok = await step('build', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error']);
	await step('types of the pages', [
		'node_modules/svelte-check/bin/svelte-check',
		'--tsconfig',
		'./tsconfig.json',
		'--threshold',
		'error'
	]);
	await step('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']);
	return ok;
}

async function style() {
	await step('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']);
	await step('lint', ['node_modules/eslint/bin/eslint.js', '.']);
	await step('migrations are what the tables say', [
		'node_modules/drizzle-kit/bin.cjs',
		'check',
		'--config',
		'drizzle/drizzle.config.ts'
	]);
}

tools();
mkdirSync('test-results', { recursive: true });
// Two lanes, since two cores are what one may count on. The types come behind the build, which writes what they read.
const [built] = await Promise.all([buildAndTypes(), style()]);

run(node, [
	'node_modules/vitest/vitest.mjs',
	'run',
	'--reporter=default',
	'--reporter=json',
	'--outputFile.json=test-results/unit.json'
]);
count('test-results/unit.json', (report) => ({
	ok: report.numPassedTests,
	bad: report.numTotalTests - report.numPassedTests
}));
if (built) {
	run(node, ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/playwright.config.ts']);
	count('test-results/e2e.json', ({ stats }) => ({
		ok: stats.expected,
		bad: stats.unexpected + stats.flaky + stats.skipped
	}));
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
