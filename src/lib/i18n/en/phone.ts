import type { Phone } from '../vi/phone.ts';

export const phone = {
	ask: 'Ask to speak',
	withdraw: 'Withdraw',
	comment: 'Comment',
	leave: 'Ask for leave'
} satisfies Phone;
