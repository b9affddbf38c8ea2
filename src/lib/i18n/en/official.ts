import type { OfficialWords } from '../vi/official.ts';

export const official = {
	title: 'Papers',
	papers: {
		minutes: 'Minutes',
		resolution: 'Resolution'
	},
	problems: {
		signIn: 'Sign in, then open this address again.',
		notFound: 'There is no such paper, or you may not see it.',
		malformed: 'Part of the address is not right. Open the record again and choose from its papers.',
		busy: 'Many papers are being made at once. Try again in a few minutes.',
		failed: 'The paper could not be made. Try again; if it fails again, print the record’s page.'
	}
} satisfies OfficialWords;
