import type { Editor } from '../vi/editor.ts';

export const editor = {
	label: (heading) => `Write: ${heading}`,
	here: 'Writing now',
	others: (n) => `and ${n} more`,
	alone: 'Nobody else is writing',
	noteBy: (name) => `Note by ${name}`,
	loading: 'Opening the text…',
	readOnly: 'This text is for reading only.',
	frozen: 'This text is frozen: nobody can change it.',
	offline: 'Connection lost. Go on writing: your words are kept on this device and sent when it is back.',
	oldVersion: 'This page is out of date, so it can only read. Please reload to write.',
	signedOut: 'You are signed out. Please sign in again to open the text.',
	notFound: 'This text cannot be opened.',
	blocked: 'This network blocks the writing connection: you can read, but not write.',
	full: 'The text is too large or changes came too fast, so the server closed it. Please reload the page.',
	rightLost: 'You may no longer write in this text.',
	unreceived: 'Not accepted',
	unreceivedHint: 'These words of yours are not in the text. You can copy them or send them as a comment.',
	sendAsComment: 'Send as a comment',
	discard: 'Discard',
	keys: 'Ctrl+B bold, Ctrl+I italic, Ctrl+Z undoes your own words, Esc leaves the editor.',
	bold: 'Bold',
	italic: 'Italic',
	empty: 'Nothing written yet',
	changes: 'What was corrected',
	insertTitle: 'Insert into the minutes',
	standing: {
		insert: 'Insert a ready sentence (Ctrl+/)',
		title: 'Sentences and citations of the cell'
	}
} satisfies Editor;
