import type { SealWords } from '../vi/seal.ts';

export const seal = {
	seal: 'Seal the record',
	title: 'Seal the record of the meeting',
	question:
		'The record holds everything up to now: the meeting, the debrief, the scores. Once it is sealed, nobody can change, add or take back anything in this meeting.',
	missingTitle: 'Not done yet, and not possible after the seal:',
	missing: {
		adoption: 'The minutes are not adopted.',
		'chair-signature': 'The chair has not signed the minutes.',
		'taker-signature': 'The minute taker has not signed the minutes.',
		'self-score': 'The cell has not scored itself.',
		'supervisor-score': 'The higher level has not confirmed the score.',
		debrief: 'There was no debrief with the observers.',
		'debrief-open': 'The debrief is not closed.'
	},
	afterwards:
		'Should a mistake be found later, you add a correction beside it; the sealed record stays as it is.',
	sealed: 'The record is sealed.',
	sealing: 'Sealing the record…',
	notSealed: 'Not sealed',
	notSealedHint: 'This record may still change until the chair seals it.',
	sealedAt: (when) => `Sealed at ${when}`,
	sealedBy: (name) => `Sealed by ${name}`,
	fingerprint: 'Fingerprint of the seal',
	fingerprintHint:
		'Compare it on paper, on the screen and on the checking page: the same means the same record.',
	place: (number, cell) => `Number ${number} in the chain of sealed records of ${cell}`,
	key: (id) => `Key: ${id}`,
	qr: 'QR code of the seal, for checking the record',
	line: 'Checking line (keep it on paper to find out later if records were cut off)',
	dossier: 'Download the sealed record',
	checkPage: 'Page to check a record',
	corrections: 'Corrections',
	correction: (number, when, name) => `Correction number ${number}, ${when}, ${name}`,
	addCorrection: 'Add a correction',
	correctionHint:
		'The record stays as it is; the correction is sealed beside it and cannot be removed by itself.',
	reason: 'Reason',
	right: 'What is right',
	correct: 'Seal the correction',
	remove: 'Delete the record',
	removeHint:
		'Minutes, resolution, comments and everything else of the meeting are removed from the server for good. The seal, and that the record was deleted, stay in the chain of the cell. Downloads and backups are not deleted.',
	removeSure: 'I understand that it cannot be brought back',
	removed: 'The record was deleted',
	removedAt: (when, name) => `The content of the record was deleted at ${when} by ${name}.`,
	stillInChain: (number) =>
		`Seal number ${number} is still in the chain, so the other records can be checked as before.`,
	check: {
		title: 'Check a sealed record',
		intro:
			'Choose the file that was downloaded: the sealed record, or the whole ZIP with every paper. It is checked on this machine; nothing is sent anywhere, and no network is needed.',
		choose: 'Choose the file',
		compare: 'Fingerprint or checking line from the paper (if you have it)',
		language: 'Tiếng Việt',
		waiting: 'Checking…',
		whole: 'The record is whole',
		wholeHint:
			'Every letter is as it was sealed, and the signature is that of the server this page came from.',
		wholeUnknown: 'The record agrees with its signature',
		wholeUnknownHint:
			'Every letter is as it was sealed. This page does not know the key that signed: compare the key or the fingerprint below with the paper.',
		broken: 'The record is not as it was sealed',
		deleted: 'The cell deleted the content of this record; its seal still holds.',
		noDossier: 'This file is no sealed record',
		noDossierHint: 'Choose the one that was downloaded from the page of the record.',
		same: 'The same as on the paper.',
		other: 'Not the same as on the paper.',
		unreadable:
			'The code from the paper cannot be read. Type its 16 letters and digits, or the whole line that begins with HT1.',
		record: 'In this record',
		cell: 'Cell',
		meeting: 'Meeting',
		ended: 'Ended',
		sealedAt: 'Sealed',
		attendance: 'Present',
		place: 'Number in the chain',
		key: 'Key',
		chain: (count) =>
			count === 1 ? 'One entry of the chain was checked.' : `${count} entries of the chain were checked.`,
		faults: {
			missing: 'this entry is missing',
			extra: 'there is an entry too many',
			changed: 'this entry, or the one before it, was changed',
			misplaced: 'this entry belongs elsewhere',
			unsigned: 'the signature is not right',
			'unknown-key': 'signed with an unknown key',
			'key-changed': 'the public key was changed',
			'content-changed': 'what was sealed was changed',
			'content-missing': 'what was sealed is missing',
			'content-extra': 'there is content that was never sealed, or was deleted',
			cut: 'the end of the chain was cut off',
			'unlike-checkpoint': 'not what the line on the paper says',
			'checkpoint-unsigned': 'the line on the paper is not right'
		},
		at: (number, what) => `Entry ${number}: ${what}.`,
		filesWhole: (count) => `All ${count} files of the ZIP are as the server packed them.`,
		inFile: (file, what) => `File ${file}: ${what}.`,
		fileFaults: {
			'file-changed': 'it was changed',
			'file-missing': 'it is gone from the ZIP',
			'file-extra': 'the list does not name it',
			'list-missing': 'The ZIP has no list of its files, so the papers cannot be checked one by one.',
			'list-unsigned': 'The list of the files was changed, or signed with an unknown key.',
			'list-other': 'The list of the files belongs to another record.'
		}
	}
} satisfies SealWords;
