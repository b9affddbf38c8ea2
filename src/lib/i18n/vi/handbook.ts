import type { What } from '../../handbook/contract.ts';
import type { Reminder } from '../../handbook/handbook.ts';

/** Reminders of the official app, Sổ tay đảng viên điện tử, and the proof that it was done. */
export const handbook = {
	title: 'Sổ tay đảng viên điện tử',
	about:
		'Đồng chí đăng tài liệu và kết quả cuộc họp lên ứng dụng Sổ tay đảng viên điện tử. Trang này nhắc hạn và giữ minh chứng.',
	what: { papers: 'Tài liệu trước cuộc họp', record: 'Kết quả sau cuộc họp' } satisfies Record<What, string>,
	line: (what: What, state: Reminder['state'], due: string) => {
		const thing = what === 'papers' ? 'tài liệu' : 'kết quả cuộc họp';
		if (state === 'late') return `Sổ tay đảng viên điện tử: quá hạn đăng ${thing} (hạn ${due}).`;
		return `Sổ tay đảng viên điện tử: đăng ${thing} trước ${due}.`;
	},
	state: {
		due: 'Chưa đăng',
		late: 'Quá hạn',
		done: 'Đã đăng',
		'done-late': 'Đã đăng muộn'
	} satisfies Record<Reminder['state'], string>,
	due: (when: string) => `Hạn: ${when}`,
	done: 'Đã đăng',
	doneOf: (what: What): string => (what === 'papers' ? 'Đã đăng tài liệu' : 'Đã đăng kết quả'),
	doneAt: (when: string, name: string) => `Lúc ${when}; người ghi: ${name}.`,
	proof: 'Minh chứng',
	reference: 'Số hoặc mã trên ứng dụng',
	file: 'Ảnh chụp màn hình hoặc PDF, nhiều nhất 5\u00a0MB',
	chooseFile: 'Chọn tệp',
	noFile: 'Chưa chọn tệp nào',
	addProof: 'Lưu minh chứng',
	seeFile: (name: string) => `Xem tệp ${name}`,
	problems: {
		nothing: 'Cần ghi số, mã hoặc chọn một tệp.',
		many: 'Cuộc họp này đã giữ đủ minh chứng, không nhận thêm.',
		file: 'Tệp cần là ảnh PNG, JPEG hoặc PDF, nhiều nhất 5 MB.'
	},
	takeBack: 'Ghi nhầm, rút lại',
	reason: 'Lý do',
	history: 'Đã ghi',
	takenBack: 'Rút lại',
	none: 'Bộ quy tắc của cuộc họp này không đặt thời hạn đăng.',
	notYet: 'Chưa đến lúc đăng.',
	toMeeting: 'Về cuộc họp'
};

export type HandbookWords = typeof handbook;
