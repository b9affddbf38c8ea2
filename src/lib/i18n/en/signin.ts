import type { Signin } from '../vi/signin.ts';

export const signin = {
	title: 'Sign in',
	account: 'Account name',
	password: 'Password',
	submit: 'Sign in',
	wrong: 'The account name or the password is wrong.',
	tooMany: 'Too many attempts. Please wait a few minutes and try again.',
	byCode: 'Members join with a code'
} satisfies Signin;
