import adapter from '@sveltejs/adapter-node';

/** The one configuration of SvelteKit; vite.config.ts passes it on (see server/vite-kit-config.ts). */
export default {
	adapter: adapter(),
	csp: {
		mode: 'auto',
		directives: {
			'default-src': ['self'],
			'script-src': ['self'],
			'style-src': ['self'],
			'img-src': ['self', 'data:'],
			'font-src': ['self'],
			'connect-src': ['self'],
			'object-src': ['none'],
			'base-uri': ['none'],
			'form-action': ['self'],
			'frame-ancestors': ['none']
		}
	}
};
