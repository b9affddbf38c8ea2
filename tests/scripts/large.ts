/**
 * A big meeting from a seed: 120 members, 300 observers, several hundred acts. What its record must say is
 * counted here while the acts are invented, by other means than the product's: each line that adds an act adds
 * to the sums.
 */
type Json = Record<string, unknown>;

export interface LargeScript {
	readonly script: Json;
	readonly expected: { readonly cell: Json; readonly attendance: Json; readonly time: Json; readonly speaking: Json };
	/** What every clause must read in the end, by label. */
	readonly clauses: ReadonlyMap<string, string>;
}

const START = Date.parse('2026-11-20T14:00:00+07:00');
const MEMBERS = 120;
const OBSERVERS = 300;
const LIMIT = 120;
const GIVEN = ['Hoa', 'Hòa', 'Hoà', 'Hóa', 'Hoá', 'Hoả', 'An', 'Ân', 'Ấn', 'Ẩn', 'Tu', 'Tú', 'Tư', 'Từ', 'Dung', 'Dũng', 'Đông', 'Dong'];

/** mulberry32: small, and the same everywhere. */
function random(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
	};
}

const id = (letter: string, n: number) => `${letter}${String(n + 1).padStart(3, '0')}`;
const moment = (second: number) => new Date(START + second * 1000 + 7 * 3_600_000).toISOString().replace('.000Z', '+07:00');
const plain = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export function largeScript(seed: number): LargeScript {
	const below = random(seed);
	const acts: { second: number; act: Json }[] = [];
	const act = (second: number, by: string, what: string, fields: Json = {}) =>
		acts.push({ second, act: { at: moment(second), by, do: what, ...fields } });

	// ---- people
	const standingOf = (n: number) => (n > 3 && n % 17 === 0 ? 'exempt' : n % 41 === 5 ? 'special-duty' : n % 37 === 6 ? 'temporary-elsewhere' : n % 53 === 7 ? 'suspended' : 'active');
	const members = Array.from({ length: MEMBERS }, (_, n) => {
		const silent = n > 5 && n % 13 === 0;
		return {
			id: id('m', n),
			name: `Nguyễn ${n % 3 === 0 ? 'Văn' : 'Thị'} ${GIVEN[n % GIVEN.length]}${n % 10 === 9 ? ' <b>&amp;</b> 🌾' : ''}`.normalize(n % 4 === 0 ? 'NFD' : 'NFC'),
			gender: n % 3 === 0 ? 'nam' : 'nữ',
			partyStatus: n % 11 === 10 ? 'probationary' : 'official',
			role: n === 0 ? 'secretary' : n === 1 ? 'deputy_secretary' : n < 5 ? 'cell_committee_member' : 'member',
			standing: standingOf(n),
			device: silent ? 'none' : 'phone',
			...(silent && { assistedBy: id('m', 2) })
		};
	});
	const observers = Array.from({ length: OBSERVERS }, (_, n) => ({
		id: id('o', n),
		name: `Đại biểu ${n + 1} <i>${GIVEN[n % GIVEN.length]}</i>`,
		title: 'Bí thư chi bộ',
		organisation: `Chi bộ số ${n + 1} & "lân cận"`,
		kind: n === 0 ? 'delegation_head' : 'guest_observer',
		mode: n % 3 === 0 ? 'remote' : 'room',
		supervises: n === 0
	}));
	const [chair, desk, taker] = [id('m', 0), id('m', 1), id('m', 2)];

	// ---- the roll: everybody of each kind, in turn
	const opening = 60 * (1 + below(9)) + below(60);
	const present: string[] = [];
	const sums = { excused: [] as string[], unexcused: [] as string[], late: [] as string[], left: [] as string[], voluntary: [] as string[] };
	members.forEach((member, n) => {
		const mayCome = member.standing !== 'suspended' && member.standing !== 'temporary-elsewhere';
		const isSummoned = member.standing === 'active';
		const fate = n < 5 ? 'early' : ['early', 'early', 'early', 'early', 'late', 'leave', 'refused', 'nothing', 'early', 'early'][below(10)];
		if (!mayCome) return;
		if (fate === 'leave' || fate === 'refused' || fate === 'nothing') {
			if (!isSummoned) return;
			if (fate !== 'nothing' && member.device !== 'none') {
				act(-7200 + n, member.id, 'leave.request', { kind: 'absent', reason: { code: 'sick', text: 'Ốm <i>nặng</i> 🤒' } });
				act(-3600 + n, chair, 'leave.decide', { of: member.id, accept: fate === 'leave' });
			}
			(fate === 'leave' && member.device !== 'none' ? sums.excused : sums.unexcused).push(member.id);
			return;
		}
		const at = fate === 'early' ? -1500 + n * 2 : opening + 600 + n * 3;
		if (member.device === 'none') act(at, desk, 'attendance.check-in', { for: member.id, method: 'desk' });
		else act(at, member.id, 'attendance.check-in', { method: n % 2 === 0 ? 'qr' : 'self' });
		present.push(member.id);
		if (fate === 'late') sums.late.push(member.id);
		if (!isSummoned) sums.voluntary.push(member.id);
	});
	// Ten at a time, so that an instant holds many people.
	observers.forEach(({ id: who, mode }, n) => act(-900 + Math.floor(n / 10), who, 'observer.join', { mode }));

	// ---- items, floor and texts
	act(opening, chair, 'meeting.open');
	act(opening + 5, chair, 'minutes.appoint', { to: taker });
	const agenda = Array.from({ length: 6 }, (_, n) => ({
		id: id('a', n),
		code: `content.part-${n + 1}`,
		title: `Nội dung ${n + 1} <${n}> 📌`,
		phase: n === 0 ? 'opening' : n === 5 ? 'closing' : 'content',
		responsible: chair,
		minutes: 10 + n,
		required: n !== 4,
		...(n === 2 && { speakLimitSeconds: 60 })
	}));
	const clauses = new Map(Array.from({ length: 12 }, (_, n) => [`II.${n + 1}`, `Khoản ${n + 1}: phấn đấu đạt mức 0 <chỉ tiêu> 🎯; đồng chí A chủ trì.`]));
	const drafted = [...clauses].map(([label, text]) => ({ id: label, text }));
	const spoken = new Map<string, number>();
	const over: Record<string, number> = {};
	const itemSeconds: Record<string, number> = Object.fromEntries(agenda.map((item) => [item.id, 0]));
	const requests = { granted: 0, withdrawn: 0, deferred: 0, notReached: 0 };
	let [turns, presentations, presented, longest] = [0, 0, 0, 0];
	const early = present.filter((who) => !sums.late.includes(who));
	const speakers = early.filter((who) => who !== chair && members.some((member) => member.id === who && member.device !== 'none'));
	let clock = opening + 3000;
	let began = opening;

	agenda.forEach((item, n) => {
		if (item.id === id('a', 4)) return void act(clock + 1, chair, 'item.skip', { item: item.id });
		if (n > 0) {
			act(clock, chair, 'item.start', { item: item.id });
			const before = n === 5 ? id('a', 3) : id('a', n - 1);
			itemSeconds[before] = (itemSeconds[before] ?? 0) + clock - began;
			began = clock;
			clock += 10;
		}
		if (n % 2 === 1) {
			const length = 100 + below(300);
			act(clock, chair, 'floor.invite', { ref: `p${n}`, to: id('o', n), kind: 'presentation' });
			act(clock + length, id('o', n), 'floor.end', { turn: `p${n}` });
			presentations += 1;
			presented += length;
			clock += length + 5;
		}
		for (let round = 0; round < 6; round++) speech(item, n, round);
		// One who waits in vain, one who gives up, one who is put off.
		for (const [kind, end] of [['w', 'withdrawn'], ['d', 'deferred'], ['n', 'notReached']] as const) {
			const who = speakers[below(speakers.length)] ?? chair;
			const ref = `${kind}${n}`;
			act(clock, who, 'floor.request', { ref, kind: 'free' });
			if (end === 'withdrawn') act(clock + 4, who, 'floor.withdraw', { request: ref });
			if (end === 'deferred') act(clock + 4, chair, 'floor.defer', { request: ref, reason: 'Gửi <văn bản> 📝' });
			requests[end] += 1;
			clock += 8;
		}
	});

	function speech(item: (typeof agenda)[number], n: number, round: number): void {
		const who = speakers[below(speakers.length)] ?? chair;
		const ref = `s${n}-${round}`;
		const wait = 5 + below(200);
		const length = 30 + below(150);
		const own = round === 3 ? 45 : undefined;
		act(clock, who, 'floor.request', { ref, kind: 'assigned' });
		// Some write and comment while somebody waits.
		act(clock + 1, taker, 'minutes.write', { ref: `t${ref}`, text: `Ý kiến <${ref}> & ghi chú 🗒️`.normalize(round % 2 === 0 ? 'NFD' : 'NFC') });
		act(clock + 1, id('o', below(OBSERVERS)), 'comment.post', { ref: `c${ref}`, on: { kind: 'item', ref: item.id }, text: `Góp ý <b>${ref}</b> 💬` });
		edit(clock + 2, n * 6 + round);
		act(clock + wait, chair, 'floor.grant', { request: ref, ...(own && { limitSeconds: own }) });
		act(clock + wait + length, who, 'floor.end', { turn: ref });
		requests.granted += 1;
		turns += 1;
		longest = Math.max(longest, wait);
		spoken.set(who, (spoken.get(who) ?? 0) + length);
		const beyond = length - (own ?? item.speakLimitSeconds ?? LIMIT);
		if (beyond > 0) over[ref] = beyond;
		clock += wait + length + 3;
	}

	/** Chair and deputy in one clause in one instant. */
	function edit(second: number, n: number): void {
		const label = `II.${(n % clauses.size) + 1}`;
		const now = clauses.get(label) ?? '';
		const level = /mức \d+/.exec(now)?.[0] ?? '';
		const leader = /đồng chí \S+ chủ trì/.exec(now)?.[0] ?? '';
		const [raised, given] = [`mức ${n + 1}`, `đồng chí ${GIVEN[n % GIVEN.length]}🚩 chủ trì`];
		act(second, chair, 'text.edit', { clause: label, find: level, replace: raised });
		act(second, desk, 'text.edit', { clause: label, find: leader, replace: given.normalize('NFD') });
		clauses.set(label, now.replace(level, raised).replace(leader, given));
	}

	// ---- the end
	const leavers = early.filter((who, n) => n > 6 && n % 9 === 0 && speakers.includes(who));
	leavers.forEach((who, n) => act(clock + n, who, 'attendance.leave'));
	sums.left.push(...leavers);
	clock += leavers.length + 30;
	act(clock, chair, 'meeting.end');
	act(clock + 60, chair, 'record.seal');
	itemSeconds[id('a', 5)] = clock - began;

	const summoned = members.filter(({ standing }) => standing === 'active').length;
	const came = present.length - sums.voluntary.length;
	const tenths = (a: number, b: number) => Math.round((a / b) * 1000) / 10;
	const count = (key: 'partyStatus' | 'standing', value: string) => members.filter((member) => member[key] === value).length;
	const ordered = acts.map((entry, n) => ({ ...entry, n })).sort((a, b) => a.second - b.second || a.n - b.n);
	return {
		script: {
			format: 'meeting-script/1',
			id: 'large',
			title: 'Cuộc họp lớn',
			language: 'vi',
			fictional: true,
			setup: {
				cell: {
					id: 'cell-large',
					name: 'Chi bộ Nhà máy <Z>',
					cellType: 'enterprise',
					place: 'Kim Thạch',
					meetingPlace: 'Hội trường lớn',
					term: '2025-2027',
					grassrootsParty: { id: 'gpc-large', name: 'Đảng bộ Nhà máy', committeeName: 'Đảng ủy Nhà máy' }
				},
				members,
				observers,
				meeting: { id: 'mtg-large', type: 'regular', model: true, month: '2026-11', plannedStart: moment(0), chair, facilitator: desk, speakLimitSeconds: LIMIT },
				rules: { profile: 'hd12-2018', attendance: { operator: '>=', percent: 85, noUnexcused: false }, minimumMinutes: 90, voteBase: 'list' },
				previousTasks: [],
				agenda,
				draft: { id: 'res-large', title: 'về nhiệm vụ tháng 12', clauses: drafted }
			},
			actions: ordered.map((entry) => entry.act)
		},
		expected: {
			cell: {
				members: MEMBERS,
				official: count('partyStatus', 'official'),
				probationary: count('partyStatus', 'probationary'),
				exempt: count('standing', 'exempt'),
				specialDuty: count('standing', 'special-duty'),
				temporaryElsewhere: count('standing', 'temporary-elsewhere'),
				suspended: count('standing', 'suspended')
			},
			attendance: {
				summoned,
				present: came,
				ratePercent: tenths(came, summoned),
				meetsRate: came * 100 >= summoned * 85,
				meetsRule: came * 100 >= summoned * 85,
				absentExcused: sums.excused.sort(plain),
				absentUnexcused: sums.unexcused.sort(plain),
				late: sums.late.sort(plain),
				leftEarly: sums.left.sort(plain),
				voluntary: sums.voluntary.sort(plain),
				inRoom: present.length
			},
			time: {
				startDelayMinutes: Math.floor(opening / 60),
				durationMinutes: Math.floor((clock - opening) / 60),
				meetsMinimum: clock - opening >= 90 * 60,
				plannedMinutes: agenda.reduce((sum, { minutes }) => sum + minutes, 0),
				itemSeconds,
				skipped: [id('a', 4)],
				closedSeconds: 0
			},
			speaking: {
				turns,
				totalSeconds: [...spoken.values()].reduce((sum, seconds) => sum + seconds, 0),
				speakers: spoken.size,
				speakerPercent: tenths(spoken.size, present.length),
				secondsBySpeaker: Object.fromEntries(spoken),
				notSpoken: present.filter((who) => !spoken.has(who)).sort(plain),
				overrunSeconds: over,
				longestWaitSeconds: longest,
				requests,
				presentations,
				presentationSeconds: presented
			}
		},
		clauses
	};
}
