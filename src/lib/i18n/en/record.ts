import type { RecordWords } from '../vi/record.ts';

export const record = {
	title: 'Record of the meeting',
	hash: 'Checksum (SHA-256)',
	attendance: 'Attendance',
	speeches: 'Speeches',
	items: 'Items'
} satisfies RecordWords;
