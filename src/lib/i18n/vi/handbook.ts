import type { What } from '../../handbook/contract.ts';
import type { Reminder } from '../../handbook/handbook.ts';

/** Reminders of the official app, Sổ tay đảng viên điện tử, and the proof that it was done. */
export const handbook = {
	title: 'Sổ tay đảng viên điện tử',
	about:
		'Tài liệu và kết quả cuộc họp được đồng chí tải lên ứng dụng Sổ tay đảng viên điện tử. Ở đây nhắc hạn và giữ minh chứng.',
	what: { papers: 'Tài liệu trước cuộc họp', record: 'Kết quả sau cuộc họp' } satisfies Record<What, string>,
	line: (what: What, state: Reminder['state'], due: string) => {
		const thing = what === 'papers' ? 'tài liệu' : 'kết quả cuộc họp';
		if (state === 'late') return `Sổ tay điện tử: quá hạn tải ${thing} (hạn ${due}).`;
		return `Sổ tay điện tử: tải ${thing} trước ${due}.`;
	},
	state: {
		due: 'Chưa tải lên',
		late: 'Quá hạn',
		done: 'Đã tải lên',
		'done-late': 'Đã tải lên, sau hạn'
	} satisfies Record<Reminder['state'], string>,
	due: (when: string) => `Hạn: ${when}`,
	done: 'Đã tải lên',
	doneOf: (what: What): string => (what === 'papers' ? 'Đã tải tài liệu lên' : 'Đã tải kết quả lên'),
	doneAt: (when: string, name: string) => `Lúc ${when}; người ghi: ${name}.`,
	proof: 'Minh chứng',
	reference: 'Số hoặc mã trên ứng dụng',
	file: 'Ảnh chụp màn hình hoặc PDF, nhiều nhất 5 MB',
	addProof: 'Lưu minh chứng',
	seeFile: (name: string) => `Xem tệp ${name}`,
	problems: {
		nothing: 'Cần ghi số, mã hoặc chọn một tệp.',
		file: 'Tệp cần là ảnh PNG, JPEG hoặc PDF, nhiều nhất 5 MB.'
	},
	takeBack: 'Ghi nhầm, rút lại',
	reason: 'Lý do',
	history: 'Đã ghi',
	takenBack: 'Rút lại',
	none: 'Bộ quy tắc của cuộc họp này không định hạn tải lên.',
	notYet: 'Chưa đến lúc tải lên.',
	toMeeting: 'Về cuộc họp'
};

export type HandbookWords = typeof handbook;
