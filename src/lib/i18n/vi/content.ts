import type { Step } from '../../ceremony/contract.ts';
import type { Mark } from '../../commitments/contract.ts';

/** What keeps a meeting from being a formality: news with a link, reports, commitments, ceremonies, warnings. */
export const content = {
	title: 'Nội dung',
	news: {
		title: 'Tin thời sự',
		limit: (count: number, most: number) => `${count}/${most} tin, mỗi tin tối đa 300 chữ cái.`,
		add: 'Thêm tin',
		text: 'Tin',
		link: 'Liên hệ với chi bộ ta',
		linkHint: 'Tin này có ý nghĩa gì với đảng viên và nhân dân ở đây?',
		unlinked: 'chưa có liên hệ',
		write: 'Viết liên hệ',
		save: 'Lưu',
		remove: (text: string) => `Bỏ tin: ${text}`,
		drop: 'Bỏ',
		none: 'Chưa có tin nào.',
		full: 'Đã đủ số tin của một buổi.',
		notRelevant: 'Không sát chi bộ này',
		relevantAgain: 'Bỏ đánh dấu',
		marked: (count: number) => `${count} đại biểu thấy chưa sát`,
		added: 'Đã thêm tin.'
	},
	reports: {
		title: 'Báo cáo của đoàn thể',
		organisation: 'Đoàn thể',
		known: [
			'Ban công tác Mặt trận',
			'Chi hội Phụ nữ',
			'Chi hội Cựu chiến binh',
			'Chi đoàn Thanh niên',
			'Chi hội Nông dân',
			'Chi hội Người cao tuổi'
		],
		reporter: 'Người báo cáo',
		nobody: 'Chưa phân công',
		ask: 'Thêm báo cáo',
		asked: 'Đã thêm báo cáo.',
		missing: 'chưa báo cáo',
		given: (name: string) => `người báo cáo: ${name}`,
		text: 'Nội dung báo cáo',
		give: 'Ghi báo cáo',
		change: 'Sửa báo cáo',
		wasGiven: 'Đã ghi báo cáo.',
		drop: 'Bỏ',
		dropped: (organisation: string) => `Bỏ báo cáo: ${organisation}`,
		none: 'Chưa có đoàn thể nào báo cáo.',
		yours: (organisation: string) => `Đồng chí báo cáo thay mặt ${organisation}`
	},
	commitments: {
		title: 'Cam kết tu dưỡng, rèn luyện',
		secret: 'Chỉ đảng viên đó và chi ủy xem được.',
		member: 'Đảng viên',
		none: 'Chưa đưa cam kết vào cuộc họp.',
		year: (year: number) => `Cam kết năm ${year}`,
		lines: 'Nội dung cam kết, mỗi dòng một việc',
		bring: 'Đưa vào cuộc họp',
		bringAgain: 'Nhập lại cam kết',
		brought: 'Đã đưa cam kết vào cuộc họp.',
		marks: { kept: 'Đã làm được', partly: 'Làm được một phần', 'not-yet': 'Chưa làm được' } satisfies Record<
			Mark,
			string
		>,
		earlier: (mark: string) => `Kỳ trước: ${mark.toLowerCase()}`,
		note: 'Ghi chú',
		progress: (done: number, all: number) => `Đã rà soát ${done}/${all}`,
		mine: 'Cam kết của tôi',
		by: (name: string) => `${name} ghi`
	},
	ceremony: {
		title: 'Lễ kết nạp đảng viên',
		add: 'Thêm lễ kết nạp',
		candidate: 'Họ tên người được kết nạp',
		minutes: 'Số phút',
		added: 'Đã thêm lễ kết nạp vào chương trình.',
		of: (candidate: string) => `Kết nạp: ${candidate}`,
		notDiscussion: 'Không tính vào thời gian thảo luận.',
		steps: {
			flag: 'Chào cờ, hát Quốc ca, Quốc tế ca',
			reason: 'Tuyên bố lý do, giới thiệu đại biểu',
			decision: 'Đọc quyết định kết nạp đảng viên',
			oath: 'Đảng viên mới tuyên thệ',
			duties: 'Nêu nhiệm vụ, quyền hạn; phân công đảng viên giúp đỡ',
			guests: 'Đại biểu cấp trên phát biểu',
			end: 'Kết thúc buổi lễ'
		} satisfies Record<Step, string>,
		doneAt: (time: string) => `xong lúc ${time}`
	},
	standing: {
		hint: 'Chạm vào một câu để chèn vào chỗ đang soạn.',
		none: 'Chi bộ chưa có câu nào dùng lại. Bí thư, phó bí thư soạn ở trang của chi bộ.',
		inserted: 'Đã chèn.',
		failed: 'Chưa đọc được các câu có sẵn. Xin thử lại.'
	},
	substance: {
		title: 'Có sát thực chất không',
		share: (percent: number, least: number) =>
			`Nội dung xây dựng Đảng chiếm ${percent}% thời gian dự kiến (nên từ ${least}%).`,
		shareFew: 'Nội dung xây dựng Đảng đang quá ít. Nên bớt mục khác hoặc thêm phút cho phần nội dung.',
		noInspectionItem: 'Chương trình không còn mục công tác kiểm tra, giám sát.',
		noInspectionClause: 'Dự thảo nghị quyết chưa có điều nào về kiểm tra, giám sát.',
		well: 'Không có điều gì phải lưu ý.'
	},
	member: {
		own: 'Trang của tôi',
		page: 'Trang của đảng viên',
		summary: (present: number, all: number, spoke: number) =>
			`Dự ${present}/${all} kỳ sinh hoạt đã lưu, phát biểu trong ${spoke} kỳ.`,
		tasks: 'Nhiệm vụ',
		noTasks: 'Không có nhiệm vụ nào được giao.',
		leads: 'Chủ trì',
		supports: 'Phối hợp',
		until: (day: string) => `hạn ${day}`,
		noCommitment: 'Chưa có bản cam kết nào được đưa vào cuộc họp.',
		meetings: 'Các kỳ sinh hoạt',
		noMeetings: 'Chưa có kỳ sinh hoạt nào được lưu.',
		speeches: (count: number, time: string) =>
			count === 0 ? 'chưa phát biểu' : `phát biểu ${count} lần, ${time}`,
		comments: (count: number) => `${count} góp ý`
	},
	lastMonth: {
		title: 'Tháng trước và tháng này',
		item: 'Mục',
		before: (month: string) => `Đã ghi tháng ${month}`,
		now: 'Đang ghi',
		nothing: 'Không ghi gì.',
		repeats: (percent: number) => `Giống tháng trước ${percent}%. Nên ghi điều mới của tháng này.`,
		none: 'Chưa có hồ sơ tháng trước.',
		show: 'So với tháng trước',
		failed: 'Chưa đọc được hồ sơ tháng trước. Xin thử lại.'
	}
};

export type Content = typeof content;
