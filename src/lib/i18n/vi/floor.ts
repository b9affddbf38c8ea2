import type { Policy } from '../../speaking/contract.ts';

/** The queue as everybody sees it: the place and why it is theirs. */
export const floor = {
	place: (at: number, why: string) =>
		at === 1 ? `Đồng chí phát biểu tiếp theo: ${why}` : `Đồng chí thứ ${at}: ${why}`,
	why: {
		moved: 'chủ trì xếp vào vị trí này',
		urgent: 'ý kiến về điều hành được ưu tiên',
		arrival: 'theo thứ tự đăng ký',
		notSpoken: 'ưu tiên người chưa phát biểu',
		spoken: (turns: number) => `đã phát biểu ${turns} lượt, sau người chưa phát biểu`,
		seconds: (time: string) => `đã phát biểu ${time}, ai ít thời gian hơn được trước`,
		noSeconds: 'chưa dùng thời gian nào, được trước',
		group: (name: string) => `các tổ lần lượt, đến lượt ${name}`,
		members: 'đảng viên',
		laterItem: 'chờ đến mục đã đăng ký',
		heard: 'đã được mời trong lúc chờ',
		away: 'chưa có mặt trong phòng'
	},
	policy: {
		'first-come': 'Ai đăng ký trước, mời trước',
		'not-spoken-first': 'Người chưa phát biểu trước',
		'least-time-first': 'Người nói ít thời gian trước',
		'by-group': 'Các tổ lần lượt'
	} satisfies Record<Policy, string>,
	passedOver: (n: number) => `Chủ trì mời trước ${n} đồng chí đang chờ`,
	movedByHand: (n: number) => `Chủ trì đã tự xếp chỗ ${n} đồng chí`,
	order: 'Ý kiến về điều hành',
	orderAsked: 'Đã xin nêu ý kiến về điều hành.'
};

export type FloorWords = typeof floor;
