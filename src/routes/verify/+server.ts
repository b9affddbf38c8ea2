import { app } from '../../../server/app.ts';
import { verifyPage } from '../../../server/pages/verify-page.ts';
import type { RequestHandler } from './$types';

/** Open to everybody: it holds nothing but itself and the public key. */
export const GET: RequestHandler = async ({ locals }) => {
	const { html, policy } = await verifyPage(app(), locals.locale);
	return new Response(html, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': `${policy}; frame-ancestors 'none'`,
			'cache-control': 'no-cache'
		}
	});
};
