import { findable, type Row as WordsRow } from '../../../server/archive/fill.ts';
import { connect } from '../../../server/db/client.ts';
import { runningUrl } from '../../../server/db/running.ts';
import { recordWords } from '../../../server/db/tables.ts';
import type { Passage } from '../../../src/lib/archive/words.ts';
import { Samples, seeded } from '../stats.ts';
import type { Endpoint, LoadInput, LoadResult, Options, Row, RunLoad, Scenario, Target } from '../types.ts';

const RECORDS = 2_000;
const WORDS = 4_000;
const MONTH = 2_629_800_000;

/** Syllables as Vietnamese has them: a text of ours repeats a thousand or two. */
const HEADS = 'b c ch d đ g h k kh l m n ng nh ph qu r s t th tr v x'.split(' ');
const TAILS =
	'a à á ạ ai ải ám an áng anh ập ất âu ây em en ếch ên ệnh iệt ình o ó oai oàn ong ốc ội ôn ở ợi u ui ư ương ượng y'.split(
		' '
	);
const SYLLABLES = HEADS.flatMap((head) => TAILS.map((tail) => head + tail));
/** What every record holds, and what people look for. */
const COMMON = [
	'nghị quyết',
	'chi bộ',
	'đảng viên',
	'vệ sinh môi trường',
	'chuyển đổi số',
	'giải phóng mặt bằng'
];
const SOUGHT = [
	'nghi quyet',
	'chi bo',
	'vệ sinh môi trường',
	'chuyen doi so',
	'dang vien giải phóng',
	'boi tran',
	'xyz khong co'
];

/** A member of a cell searches its records, all of which hold most of what is sought. */
export const search: Scenario = {
	name: 'search',
	columns: ['p50', 'p95', 'p99'],
	targets: ['ours'],

	async measure(target: Target, options: Options, runLoad: RunLoad): Promise<Row[]> {
		const running = await target.start({ people: 1, documents: 1 });
		try {
			await fill((await runningUrl(running.endpoint.server.dataDir ?? '')) ?? '');
			const { values, notes } = await runLoad('search', running.endpoint, {
				asks: options.quick ? 140 : 700
			});
			return [{ scenario: 'search', case: '2,000 records', target: target.name, values, notes }];
		} finally {
			await running.stop();
		}
	},

	async load({ port, cookies }: Endpoint, { asks }: LoadInput): Promise<LoadResult> {
		const times = new Samples();
		let found = 0;
		for (let ask = 0; ask < Number(asks) + SOUGHT.length; ask += 1) {
			const words = encodeURIComponent(SOUGHT[ask % SOUGHT.length] ?? '');
			const before = performance.now();
			const answer = await fetch(`http://127.0.0.1:${port}/records?q=${words}`, {
				headers: { cookie: cookies[0] ?? '' }
			});
			const page = await answer.text();
			// The first round fills the caches that a running server has.
			if (ask >= SOUGHT.length) times.add(performance.now() - before);
			if (page.includes('<mark')) found += 1;
		}
		const values = { p50: times.at(0.5), p95: times.at(0.95), p99: times.at(0.99) };
		return { values, notes: [`${found} of ${times.length + SOUGHT.length} pages found something`] };
	}
};

async function fill(url: string): Promise<void> {
	const { db, sql, close } = connect(url);
	const [cell] = await sql<{ cell: string }[]>`select cell from meetings limit 1`;
	const chance = seeded(7);
	for (let from = 0; from < RECORDS; from += 50) {
		const rows = Array.from({ length: 50 }, (_, n) => record(from + n, cell?.cell ?? '', chance));
		await db.insert(recordWords).values(rows.map(findable));
	}
	await sql`analyze record_words`;
	await close();
}

function record(n: number, cell: string, chance: () => number): WordsRow {
	const passage = (part: Passage['part'], words: number): Passage => ({
		part,
		heading: '',
		text: prose(words, chance)
	});
	const passages = [
		passage('title', 12),
		...Array.from({ length: 12 }, () => passage('resolution', 60)),
		...Array.from({ length: 20 }, () => passage('minutes', (WORDS - 1_000) / 20)),
		...Array.from({ length: 10 }, () => passage('aside', 25))
	];
	const month = `${2026 - (Math.floor(n / 12) % 20)}-${String(1 + (n % 12)).padStart(2, '0')}`;
	return {
		meeting: `bench-${n}`,
		clearance: 'whole',
		cell,
		month,
		type: 'regular',
		model: false,
		topic: null,
		endedAt: Date.UTC(2026, 10, 3) - n * MONTH,
		seq: 1,
		version: 1,
		readers: Array.from({ length: 40 }, (_, person) => `bench-person-${person}`),
		others: [],
		passages
	};
}

function prose(words: number, chance: () => number): string {
	const pick = (from: readonly string[]) => from[Math.floor(chance() * from.length)] ?? '';
	return Array.from({ length: words }, () => (chance() < 0.04 ? pick(COMMON) : pick(SYLLABLES))).join(' ');
}
