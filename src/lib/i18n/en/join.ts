import type { Join } from '../vi/join.ts';

export const join = {
	title: 'Join the meeting',
	code: 'Code on the screen',
	codeHint: '8 digits',
	pick: 'What is your name?',
	waiting: 'Waiting for the desk to confirm'
} satisfies Join;
