/** A script in which every line and text is as long as the format lets it be, and not as the product would keep it. */

const LINE = 600;
const TEXT = 4000;

/** Exactly `length` code points: letters with loose marks, a hidden character, a face, and none of it to be lost. */
function filled(words: string, length: number): string {
	const start = `${words} \u200b\u202dkhó\u202c 👩‍🏫 \u0958 `.normalize('NFD');
	const rest = length - [...start].length;
	return start + 'ẩn '.normalize('NFD').repeat(length).slice(0, rest - 1) + '.';
}

const line = (words: string) => filled(words, LINE);
const text = (words: string) => filled(words, TEXT);

const at = (minute: number) => `2026-12-05T19:${String(minute).padStart(2, '0')}:00+07:00`;
const member = (id: string, role: string, device = 'phone') => ({
	id,
	name: line(`Đồng chí ${id}`),
	gender: 'nữ',
	occupation: line('nghề'),
	partyStatus: 'official',
	role,
	standing: 'active',
	device
});

export const LONGEST = {
	format: 'meeting-script/1',
	id: 'longest',
	title: line('Dài nhất'),
	language: 'vi',
	fictional: true,
	setup: {
		cell: {
			id: 'cell-long',
			name: line('Chi bộ'),
			shortName: line('CB'),
			cellType: line('thôn'),
			place: line('nơi'),
			meetingPlace: line('nhà văn hóa'),
			term: line('2025-2027'),
			province: line('tỉnh'),
			grassrootsParty: { id: 'gpc-long', name: line('Đảng bộ'), committeeName: line('Đảng ủy') }
		},
		members: [member('s1', 'secretary'), member('s2', 'deputy_secretary'), member('s3', 'member')],
		observers: [
			{
				id: 'o1',
				name: line('Đại biểu'),
				title: line('Phó Bí thư'),
				organisation: line('Đảng ủy'),
				delegation: line('Đoàn'),
				kind: 'delegation_head',
				mode: 'remote',
				supervises: true,
				quota: { required: 6, attendedBefore: 20_000 }
			}
		],
		meeting: {
			id: 'mtg-long',
			type: 'combined',
			model: true,
			topic: line('Chuyên đề'),
			month: '2026-12',
			plannedStart: at(0),
			chair: 's1',
			facilitator: 's2',
			speakLimitSeconds: 100_000,
			minutesNumber: line('Số 1')
		},
		rules: {
			profile: line('địa phương'),
			attendance: { operator: '>=', percent: 75, noUnexcused: false },
			minimumMinutes: 2_000,
			voteBase: 'list'
		},
		programme: { plan: line('Kế hoạch'), wave: line('Đợt'), coverageBefore: { done: 1, total: 20_000 } },
		preparation: {
			questions: Array.from({ length: 60 }, (_, index) => text(`Câu hỏi ${index}`)),
			committeeMeeting: {
				at: at(0),
				endedAt: at(30),
				place: line('trụ sở'),
				present: ['s1', 's2'],
				chair: 's1',
				minuteTaker: 's2',
				decisions: [text('Thống nhất')],
				minutesNumber: line('Số 2')
			}
		},
		previousTasks: [
			{
				id: 'pt1',
				task: text('Việc'),
				owner: 's3',
				stateAtStart: line('đang làm'),
				result: text('kết quả'),
				status: 'in-progress',
				percent: 88.6
			}
		],
		agenda: [
			{
				id: 'i1',
				code: `content.${'x'.repeat(80)}`,
				title: line('Mục một'),
				phase: 'content',
				responsible: 's1',
				minutes: 2_000,
				required: true,
				speakLimitSeconds: 100_000
			}
		],
		draft: {
			id: 'draft',
			number: line('Số 3'),
			title: line('về việc'),
			clauses: [{ id: 'II.2.đđđđđđđđđđđđđđđ', text: text('Nội dung') }]
		}
	},
	actions: [
		{ at: at(0), by: 's1', do: 'paper.publish', ref: 'd1', title: line('Tài liệu'), pages: 9_999 },
		{ at: at(0), by: 's3', do: 'leave.request', kind: 'late', reason: { code: line('mã'), text: text('lý do') } },
		{ at: at(1), by: 's1', do: 'attendance.check-in', method: 'self' },
		{ at: at(1), by: 's2', do: 'attendance.check-in', method: 'self' },
		{ at: at(1), by: 's3', do: 'attendance.check-in', method: 'self' },
		{ at: at(1), by: 'o1', do: 'observer.join', mode: 'remote' },
		{ at: at(2), by: 's1', do: 'meeting.open' },
		{ at: at(3), by: 's1', do: 'minutes.write', ref: 'n1', text: text('Ghi') },
		{ at: at(3), by: 's3', do: 'comment.post', ref: 'k1', on: { kind: 'item', ref: 'i1' }, text: text('Góp ý') },
		{
			at: at(3),
			by: 'o1',
			do: 'remark.post',
			ref: 'k2',
			item: 'i1',
			category: line('nội dung'),
			pole: 'strength',
			text: text('Nhận xét')
		},
		{
			at: at(4),
			by: 's3',
			do: 'amendment.propose',
			ref: 'a1',
			clause: 'II.2.đđđđđđđđđđđđđđđ',
			kind: 'replace-clause',
			text: text('Thay'),
			rationale: text('vì')
		},
		{ at: at(5), by: 's1', do: 'amendment.accept', amendment: 'a1' },
		{
			at: at(6),
			by: 's1',
			do: 'vote.put',
			ref: 'v1',
			title: line('Biểu quyết'),
			ballot: 'open',
			threshold: 'majority',
			subject: { kind: 'resolution' }
		},
		{ at: at(7), by: 's1', do: 'vote.open', vote: 'v1' },
		{ at: at(8), by: 's1', do: 'ballot.cast', vote: 'v1', choice: 'for' },
		{ at: at(8), by: 's2', do: 'ballot.cast', vote: 'v1', choice: 'for' },
		{ at: at(9), by: 's1', do: 'vote.close', vote: 'v1' },
		{
			at: at(10),
			by: 's1',
			do: 'task.assign',
			ref: 't1',
			task: text('Nhiệm vụ'),
			group: line('Tổ đảng'),
			deadline: '2026-12-31'
		},
		{ at: at(40), by: 's1', do: 'meeting.end' },
		{ at: at(41), by: 's1', do: 'record.seal' }
	]
};
