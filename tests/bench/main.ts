import { execFileSync, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Task } from './load.ts';
import { OURS, oursMissing } from './ours.ts';
import { installPeers, PEERS, peerVersions } from './peers.ts';
import { barsTable, middleOf, scenarioTable } from './report.ts';
import { SCENARIOS } from './scenarios/all.ts';
import { TARGETS, type LoadResult, type Row, type RunLoad, type Scenario, type TargetName } from './types.ts';

const HELP = `npm run bench -- [options]
  --only a,b      scenarios: ${SCENARIOS.map(({ name }) => name).join(', ')}
  --targets a,b   servers: ${TARGETS.join(', ')}
  --quick         shorter runs
  --full          100,000 edits as well
  --rounds N      repeats everything, servers in turn, and takes the middle (default 1)
  --check         exit 1 when a "must" is missed or was not measured
`;

function optionsOf(argv: string[]) {
	const { values } = parseArgs({
		args: argv,
		options: {
			only: { type: 'string' },
			targets: { type: 'string' },
			quick: { type: 'boolean', default: false },
			full: { type: 'boolean', default: false },
			rounds: { type: 'string', default: '1' },
			check: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false }
		}
	});
	const rounds = Number(values.rounds);
	if (!Number.isInteger(rounds) || rounds < 1 || rounds > 50) throw new Error('--rounds must be 1 to 50');
	return {
		...values,
		rounds,
		scenarios: chosen(
			values.only,
			SCENARIOS.map(({ name }) => name),
			'--only'
		),
		targets: chosen(values.targets, TARGETS, '--targets')
	};
}

function chosen<T extends string>(list: string | undefined, known: T[], option: string): T[] {
	if (list === undefined) return known;
	const wanted = list.split(',');
	const unknown = wanted.find((name) => !known.some((one) => one === name));
	if (unknown !== undefined) throw new Error(`${option}: ${unknown} is none of ${known.join(', ')}`);
	return known.filter((one) => wanted.includes(one));
}

/** A fresh process for each load: one measurement's garbage must not be the next one's latency. */
const runLoad: RunLoad = (scenario, endpoint, input) =>
	new Promise<LoadResult>((resolve, reject) => {
		const child = fork(join(import.meta.dirname, 'load.ts'), [], { stdio: ['ignore', 2, 2, 'ipc'] });
		const limit = setTimeout(() => child.kill('SIGKILL'), 400_000);
		let answer: { result?: LoadResult; error?: string } = {};
		child.on('message', (message) => (answer = message as typeof answer));
		child.on('error', reject);
		child.on('exit', (code, signal) => {
			clearTimeout(limit);
			if (answer.result) resolve(answer.result);
			else reject(new Error(answer.error ?? `the load process ended with ${signal ?? code}`));
		});
		const task: Task = { scenario, endpoint, input };
		child.send(task);
	});

async function measure(
	scenario: Scenario,
	wanted: TargetName[],
	options: { quick: boolean; full: boolean },
	failures: string[]
): Promise<Row[]> {
	const rows: Row[] = [];
	for (const target of [OURS, ...PEERS]) {
		if (!wanted.includes(target.name) || !scenario.targets.includes(target.name)) continue;
		process.stderr.write(`${scenario.name}: ${target.name} …\n`);
		try {
			rows.push(...(await scenario.measure(target, options, runLoad)));
		} catch (error) {
			// One server that fails must not cost the figures of the others.
			failures.push(
				`${scenario.name}, ${target.name}: ${error instanceof Error ? error.message : String(error)}`
			);
			process.stderr.write(`  failed: ${failures.at(-1)}\n`);
		}
	}
	return rows;
}

function machine() {
	let commit: string | null = null;
	try {
		commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: import.meta.dirname })
			.toString()
			.trim();
	} catch {
		// not a checkout, or one without a commit
	}
	return {
		at: new Date().toISOString(),
		commit,
		node: process.version,
		cpu: cpus()[0]?.model ?? '',
		cores: cpus().length,
		memoryMB: Math.round(totalmem() / 1e6),
		loadAverageBefore: loadavg().map((value) => Math.round(value * 100) / 100),
		peers: peerVersions()
	};
}

async function main(): Promise<number> {
	const options = optionsOf(process.argv.slice(2));
	if (options.help) {
		process.stdout.write(HELP);
		return 0;
	}
	const failures: string[] = [];
	let targets = options.targets;
	const missing = targets.includes('ours') ? oursMissing() : null;
	if (missing !== null) {
		failures.push(`ours was not measured: ${missing}`);
		targets = targets.filter((name) => name !== 'ours');
	}
	if (targets.some((name) => name !== 'ours')) installPeers();
	const about = machine();
	const rounds: Row[][] = [];
	for (let round = 0; round < options.rounds; round += 1) {
		const rows: Row[] = [];
		for (const scenario of SCENARIOS) {
			if (!options.scenarios.includes(scenario.name)) continue;
			rows.push(...(await measure(scenario, targets, options, failures)));
		}
		rounds.push(rows);
	}

	const rows = middleOf(rounds);
	const bars = barsTable(rows);
	process.stdout.write(
		`## Benchmark, ${about.at.slice(0, 16)}Z\n\nNode ${about.node}, ${about.cores} × ${about.cpu}, load ${about.loadAverageBefore.join(' ')} before; ${options.rounds} round(s)${options.quick ? ', quick' : ''}. CPU counts the database's processes.\n\n`
	);
	for (const scenario of SCENARIOS) {
		const mine = rows.filter((row) => row.scenario === scenario.name);
		if (mine.length > 0) process.stdout.write(`${scenarioTable(scenario, mine)}\n`);
	}
	process.stdout.write(`${bars.text}\n`);
	for (const failure of failures) process.stdout.write(`- ${failure}\n`);

	const folder = join(import.meta.dirname, 'results');
	mkdirSync(folder, { recursive: true });
	const { quick, full } = options;
	const result = { machine: about, quick, full, rows, verdicts: bars.verdicts, failures, rounds };
	writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(result, null, '\t')}\n`);
	if (!options.check) return 0;
	const bad = bars.verdicts.some(
		({ must, met }) => must !== null && ['missed', 'not measured'].includes(met)
	);
	return bad || failures.length > 0 ? 1 : 0;
}

try {
	process.exitCode = await main();
} catch (error) {
	process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 2;
}
