/** What the desk opens, by name; what is inside stands in `panels`. */
export const desk = {
	tabs: {
		floor: 'Phát biểu',
		roll: 'Điểm danh',
		lobby: 'Vào họp',
		comments: 'Góp ý',
		amendments: 'Đề nghị sửa',
		tasks: 'Nhiệm vụ',
		content: 'Nội dung',
		opinions: 'Ý kiến',
		papers: 'Tài liệu',
		vote: 'Biểu quyết',
		score: 'Chấm điểm',
		/** Where the minutes are read back, adopted and signed. */
		minutes: 'Thông qua'
	},
	/** What the count of the tasks counts. */
	lacking: 'còn thiếu người hoặc thời hạn',
	wall: 'Màn hình lớn',
	access: 'Quyền soạn',
	offices: 'Phân công'
};
