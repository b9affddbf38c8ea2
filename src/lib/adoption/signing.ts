/** The signer's way to the server: a form of its own, for no command carries what is typed there (AD10). */

export type Asked = 'password' | 'code' | 'desk';

export async function askedFor(meeting: string): Promise<Asked> {
	const answer = await fetch(`/meetings/${meeting}/sign`);
	if (!answer.ok) throw new Error(`${answer.status}`);
	return ((await answer.json()) as { readonly asked: Asked }).asked;
}

/** @returns null where it is signed; else why not */
export async function signWith(meeting: string, secret: string): Promise<string | null> {
	const body = new FormData();
	body.set('secret', secret);
	try {
		const answer = await fetch(`/meetings/${meeting}/sign`, { method: 'POST', body });
		const outcome = (await answer.json()) as { readonly ok: boolean; readonly code?: string };
		return outcome.ok ? null : (outcome.code ?? 'unavailable');
	} catch {
		return 'unavailable';
	}
}
