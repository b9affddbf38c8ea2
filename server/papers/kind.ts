import type { FileKind } from '../../src/lib/papers/contract.ts';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** What makes a ZIP archive a Word document. */
const WORD = ['[Content_Types].xml', 'word/document.xml'];
const MACROS = 'vbaProject.bin';
/** What no plain text has: of the control characters only tabs, line feeds and page breaks stand in one. */
const isControl = (code: number) => code < 32 && ![9, 10, 12, 13].includes(code);

/** What a file is by what is in it, whatever it is called; null for what we do not take (PA4). */
export function kindOf(content: Buffer): FileKind | null {
	if (content.subarray(0, 5).equals(Buffer.from('%PDF-'))) return 'pdf';
	if (content.subarray(0, 4).equals(ZIP)) {
		const isWord = WORD.every((entry) => content.includes(entry)) && !content.includes(MACROS);
		return isWord ? 'docx' : null;
	}
	return isText(content) ? 'text' : null;
}

function isText(content: Buffer): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(content);
		return !content.some(isControl);
	} catch {
		return false; // bytes that are no UTF-8
	}
}
