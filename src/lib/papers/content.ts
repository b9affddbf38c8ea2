/** How a page gives a paper its file and gets its words. */

export function fileUrl(meeting: string, paper: string): string {
	return `/meetings/${meeting}/papers/${paper}/file`;
}

/** False where the server does not take it, or cannot be reached. */
export async function sendFile(
	meeting: string,
	paper: string,
	name: string,
	content: Blob
): Promise<boolean> {
	const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) };
	try {
		const answer = await fetch(fileUrl(meeting, paper), { method: 'POST', headers, body: content });
		return answer.ok;
	} catch {
		return false; // no link
	}
}

/** @throws where there is no link, or the paper is not for this reader */
export async function wordsOf(meeting: string, paper: string): Promise<string> {
	const answer = await fetch(fileUrl(meeting, paper));
	if (!answer.ok) throw new Error(`no words: ${answer.status}`);
	return answer.text();
}
