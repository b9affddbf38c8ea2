import { json } from '@sveltejs/kit';
import { app } from '../../../../../server/app.ts';
import { enter } from '../../../../../server/pages/enter.ts';
import { askedOf, sign, type Asked, type Signer } from '../../../../../server/pages/sign.ts';
import type { RequestEvent, RequestHandler } from './$types';

/** What the signer will be asked for. */
export const GET: RequestHandler = async (event) => {
	const { principal, room } = await signerOf(event);
	const asked: { readonly asked: Asked } = { asked: askedOf(principal, room) };
	return json(asked, { headers: { 'cache-control': 'no-store' } });
};

/** Signs the adopted minutes, after the sign-in was confirmed again (AD10). A form, so that no other site can post it. */
export const POST: RequestHandler = async (event) => {
	const signer = await signerOf(event);
	const secret = String((await event.request.formData()).get('secret') ?? '');
	const outcome = await sign(app(), signer, secret);
	return json(outcome, { status: outcome.ok ? 200 : 400 });
};

async function signerOf(event: RequestEvent): Promise<Signer> {
	const { room, viewer } = await enter(event);
	const { principal } = event.locals;
	if (!principal) throw new Error('entered without a session');
	return { room, person: viewer.person ?? '', principal, address: event.getClientAddress() };
}
