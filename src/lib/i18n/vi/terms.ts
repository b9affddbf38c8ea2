import type { DocumentName, Preset, Right, Role } from '../../access/contract.ts';
import type { Circle, Handled } from '../../comments/contract.ts';
import type { AttendanceState } from '../../rollcall/attendance.ts';
import type { Office, PartyStatus, Standing } from '../../people/roster.ts';
import type { TurnKind } from '../../speaking/contract.ts';

/** The domain's own names, one word or a few for each value of the contracts. */
export const terms = {
	document: { agenda: 'Chương trình', minutes: 'Biên bản', resolution: 'Nghị quyết' } satisfies Record<
		DocumentName,
		string
	>,
	closedPart: (part: number) => (part === 1 ? 'Phần nội bộ' : `Phần nội bộ ${part}`),
	right: { edit: 'Soạn', propose: 'Đề xuất', comment: 'Góp ý', read: 'Đọc' } satisfies Record<Right, string>,
	preset: { together: 'Cùng soạn', chaired: 'Chủ trì', frozen: 'Đóng băng' } satisfies Record<Preset, string>,
	role: {
		desk: 'Chủ trì, điều hành',
		minuteTaker: 'Thư ký cuộc họp',
		member: 'Đảng viên',
		observer: 'Đại biểu dự'
	} satisfies Record<Role, string>,
	office: {
		secretary: 'Bí thư',
		deputy_secretary: 'Phó bí thư',
		cell_committee_member: 'Chi ủy viên',
		member: 'Đảng viên'
	} satisfies Record<Office, string>,
	partyStatus: { official: 'Chính thức', probationary: 'Dự bị' } satisfies Record<PartyStatus, string>,
	standing: {
		active: 'Được triệu tập',
		exempt: 'Miễn công tác, sinh hoạt',
		'special-duty': 'Nhiệm vụ đặc thù',
		'temporary-elsewhere': 'Sinh hoạt tạm thời nơi khác',
		suspended: 'Đình chỉ sinh hoạt'
	} satisfies Record<Standing, string>,
	attendance: {
		expected: 'Chưa điểm danh',
		present: 'Có mặt',
		'present-late': 'Có mặt, đến muộn',
		'left-early': 'Có mặt, về trước khi kết thúc',
		'present-online': 'Dự trực tuyến',
		'absent-excused': 'Vắng có lý do',
		'absent-unexcused': 'Vắng không có lý do',
		exempt: 'Được miễn',
		'special-duty': 'Nhiệm vụ đặc thù',
		'temporary-elsewhere': 'Sinh hoạt nơi khác',
		suspended: 'Đình chỉ sinh hoạt'
	} satisfies Record<AttendanceState, string>,
	leave: { absent: 'Xin vắng', late: 'Xin đến muộn', early: 'Xin về sớm' },
	turn: {
		assigned: 'Ý kiến được phân công',
		free: 'Ý kiến tự do',
		'self-criticism': 'Tự phê bình',
		criticism: 'Phê bình',
		reply: 'Giải trình',
		'point-of-order': 'Ý kiến về điều hành',
		presentation: 'Trình bày'
	} satisfies Record<TurnKind, string>,
	handled: {
		noted: 'Đã ghi nhận',
		answered: 'Đã trả lời',
		accepted: 'Đã tiếp thu',
		'became-amendment': 'Thành đề nghị sửa',
		'out-of-scope': 'Ngoài nội dung',
		'for-debrief': 'Để đến rút kinh nghiệm'
	} satisfies Record<Handled, string>,
	circle: { all: 'Mọi người', committee: 'Chi ủy, bàn thư ký', chair: 'Riêng chủ trì' } satisfies Record<
		Circle,
		string
	>,
	section: { opening: 'Mở đầu', content: 'Nội dung', closing: 'Kết thúc' },
	meetingType: {
		regular: 'Sinh hoạt thường kỳ',
		thematic: 'Sinh hoạt chuyên đề',
		combined: 'Thường kỳ kết hợp chuyên đề'
	},
	phase: { before: 'Sắp họp', running: 'Đang họp', ended: 'Đã kết thúc' },
	threshold: { majority: 'Quá nửa', 'two-thirds': 'Từ hai phần ba' },
	ballot: { for: 'Tán thành', against: 'Không tán thành', abstain: 'Ý kiến khác' }
};

export type Terms = typeof terms;
