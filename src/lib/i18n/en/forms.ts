import type { Forms } from '../vi/forms.ts';

export const forms = {
	look: 'Something needs correcting. All that was typed is still there.',
	saved: 'Saved.',
	problems: {
		required: 'Please fill this in.',
		'too-long': 'Too long.',
		'not-chosen': 'Please choose.',
		'bad-number': 'Not a valid number.',
		'bad-year': 'A year of birth has 4 digits, from 1900 to this year.',
		'bad-term': 'Write the two years of the term, for example 2025-2027.',
		'bad-date': 'Not a valid date. Write day/month/year, such as 03/11/2026.',
		'bad-time': 'Not a valid time. Write hours:minutes, such as 19:30.',
		'date-past': 'This moment passed more than a day ago.',
		'bad-code': 'The code has 8 digits.',
		'password-short': 'A password needs 8 characters or more.',
		'password-differs': 'The two are not the same.',
		'login-form': 'From 3 to 60 characters: letters, digits, full stop, hyphen, no spaces.',
		'login-taken': 'Somebody uses this account name already.',
		'last-secretary': 'A cell needs a secretary. Give the office to somebody else first.',
		unknown: 'This is no longer there. Please reload the page.',
		'link-dead': 'This link was used, revoked or is wrong.',
		failed: 'That did not work. Please try again.'
	}
} satisfies Forms;
