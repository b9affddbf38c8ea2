import type { Signin } from '../vi/signin.ts';

export const signin = {
	title: 'Sign in',
	forWhom:
		'For secretaries, officials and administrators. Members join with the code on the screen and need no account.',
	account: 'Account name',
	password: 'Password',
	submit: 'Sign in',
	wrong: 'The account name or the password is wrong.',
	tooMany: (minutes) =>
		`Too many attempts. Please wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`,
	byCode: 'Members join with a code',
	leaveDevice: 'After signing out this device no longer bears your name. Next time you claim it again.',
	signedOut: 'Nobody is signed in on this device.',
	setup: {
		title: 'First set-up',
		intro:
			'This server has no cell yet. Make the cell and the account of its secretary, the first administrator.',
		cell: 'The cell',
		upper: 'Upper committee',
		upperHint: 'For example: Party Committee of Sông Trí Ward',
		name: 'Name of the cell',
		nameHint: 'For example: Cell of Residential Group 2',
		account: 'The secretary’s account',
		secretary: 'Secretary’s full name',
		login: 'Account name',
		loginHint: 'Without spaces, for example: secretary.group2',
		password: 'Password',
		passwordHint: '8 characters or more. A long sentence that is easy to remember is best.',
		submit: 'Make the cell',
		noToken:
			'The set-up link is wrong or was used. Please open the link that the server printed when it started.',
		needsScript: 'This page needs JavaScript to read the code in the link.'
	},
	hello: {
		title: 'Personal link',
		opening: 'Giving this device your name…',
		replaces:
			'An account is signed in on this device. Opening the link signs it out and gives the device the name of the link’s owner.',
		open: 'To the meeting',
		dead: 'This link was revoked or is wrong. Ask the secretary for a new one, or join with the code on the screen.'
	}
} satisfies Signin;
