import { describe, expect, test } from 'vitest';
import { kindOf } from './kind.ts';

const zip = (...entries: string[]) => Buffer.from(`PK\u0003\u0004 ${entries.join(' ')}`, 'latin1');

describe('[PA4] a file is what is in it', () => {
	test.each([
		['a PDF', Buffer.from('%PDF-1.7\n…'), 'pdf'],
		['a Word document', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
		['plain words', Buffer.from('Báo cáo tháng 11\r\n\tmục 1\f'), 'text'],
		[
			'a Word document with macros',
			zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
			null
		],
		['another archive', zip('evil.exe'), null],
		['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 1, 0]), null],
		['bytes that are no UTF-8', Buffer.from([0x42, 0xe1, 0x6f]), null],
		['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), null]
	])('%s', (_, content, kind) => expect(kindOf(content)).toBe(kind));
});
