import type { Pole } from '../../remarks/contract.ts';
import type { StepName, StepState } from '../../remarks/checklist.ts';

/** The observer's desk: remarks, checklist, notebook. */
export const remarks = {
	title: 'Nhận xét',
	tabs: {
		remarks: 'Nhận xét',
		texts: 'Văn bản',
		steps: 'Các bước',
		notebook: 'Sổ tay',
		agenda: 'Chương trình',
		comments: 'Góp ý'
	},
	tabsLabel: 'Phần việc của đại biểu',
	write: 'Ghi nhận xét',
	pole: { strength: 'Ưu điểm', limit: 'Hạn chế', suggestion: 'Kiến nghị' } satisfies Record<Pole, string>,
	poleLabel: 'Loại nhận xét',
	category: 'Về',
	/** By the words that are kept, which are Vietnamese for everybody. */
	categories: {
		'nội dung': 'Nội dung',
		'điều hành': 'Điều hành',
		'vai trò đảng viên': 'Vai trò đảng viên',
		'kiểm tra, giám sát': 'Kiểm tra, giám sát',
		'tiến trình': 'Tiến trình',
		'kỹ thuật': 'Kỹ thuật'
	},
	item: 'Mục',
	text: 'Lời nhận xét',
	save: 'Ghi nhận xét',
	saved: 'Đã ghi nhận xét',
	mine: (n: number) => (n === 0 ? 'Nhận xét của tôi' : `Nhận xét của tôi (${n})`),
	mineNone: 'Chưa có nhận xét. Bấm Ưu điểm, Hạn chế hoặc Kiến nghị.',
	private: 'Chỉ đồng chí và đoàn của đồng chí đọc được, cho đến phần rút kinh nghiệm.',
	privateAlone: 'Chỉ đồng chí đọc được, cho đến phần rút kinh nghiệm.',
	ofDelegation: 'Nhận xét của đoàn',
	delegations: 'Đại biểu dự',
	alone: 'Không theo đoàn',
	head: 'trưởng đoàn',
	remote: 'từ xa',
	came: 'đã vào dự',
	change: 'Sửa',
	changeOf: (text: string) => `Sửa nhận xét: ${text}`,
	changeTitle: 'Sửa nhận xét',
	withdraw: 'Rút lại',
	withdrawOf: (text: string) => `Rút lại nhận xét: ${text}`,
	withdrawTitle: 'Rút lại nhận xét này?',
	withdrawQuestion: 'Lời nhận xét được xóa khỏi phòng họp.',
	withdrawn: 'Đã rút lại',
	goneItem: 'Mục đã xóa',
	steps: {
		hint: 'Máy tính theo diễn biến cuộc họp. Dấu tích là của riêng đồng chí.',
		summary: (done: number, all: number, missing: number) =>
			`Đã làm ${done}/${all}${missing > 0 ? `, còn thiếu ${missing}` : ''}`,
		items: 'Mục bắt buộc',
		others: 'Việc phải có',
		state: { done: 'đã làm', now: 'đang làm', missing: 'còn thiếu', coming: 'chưa đến' } satisfies Record<
			StepState,
			string
		>,
		tick: 'Tôi đã thấy',
		tickOf: (step: string) => `Tôi đã thấy: ${step}`,
		name: {
			notice: 'Gửi tài liệu, thông báo trước cho đảng viên',
			attendance: 'Điểm danh đủ người được triệu tập',
			'minute-taker': 'Cử thư ký ghi biên bản',
			'previous-tasks': 'Đối chiếu kết quả nhiệm vụ kỳ trước',
			discussion: 'Đảng viên phát biểu thảo luận',
			resolution: 'Biểu quyết thông qua nghị quyết',
			tasks: 'Giao nhiệm vụ rõ người, rõ thời hạn',
			minutes: 'Thông qua biên bản'
		} satisfies Record<StepName, string>
	},
	notebook: {
		title: 'Áp dụng tại đơn vị tôi',
		hint: 'Chỉ riêng đồng chí đọc được. Không vào hồ sơ cuộc họp.',
		label: 'Ghi vào sổ tay',
		save: 'Ghi vào sổ tay',
		saved: 'Đã ghi vào sổ tay',
		none: 'Sổ tay còn trống.',
		erase: 'Xóa',
		eraseOf: (text: string) => `Xóa ghi chép: ${text}`,
		eraseTitle: 'Xóa ghi chép này?',
		eraseQuestion: 'Ghi chép không lấy lại được.',
		export: 'Tải sổ tay (tệp chữ)',
		heading: (meeting: string, cell: string) => `${meeting}, ${cell}: áp dụng tại đơn vị tôi`
	},
	read: 'Văn bản đang đọc',
	writeTexts: 'Mở trang soạn',
	writeHint: 'Trang soạn tải nặng hơn; nên có Wi-Fi.'
};

export type RemarkWords = typeof remarks;
