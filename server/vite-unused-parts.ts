import type { Plugin } from 'vite';

/** What stands in a browser's build for a library's module of which no page uses the rest. */
const INSTEAD: readonly { readonly of: RegExp; readonly stands: string }[] = [
	{
		// Long polling is fetched where WebSockets are blocked (src/lib/meeting/polling.ts).
		of: /\/engine\.io-client\/build\/esm\/transports\/index\.js$/,
		stands: `import { WS } from './websocket.node.js'; export const transports = { websocket: WS };`
	},
	{
		// The editor's binding asks for the document, and gets descriptions of every kind of node with it.
		of: /\/lib0\/dom\.js$/,
		stands: 'export const doc = document;'
	},
	{
		of: /\/lib0\/environment\.js$/,
		stands:
			'export const isBrowser = true; export const isNode = false; export const getVariable = () => null;'
	},
	{
		// Between the tabs of one browser: switched off (src/lib/documents/editor/copy.svelte.ts).
		of: /\/lib0\/broadcastchannel\.js$/,
		stands: 'export const publish = () => {}, subscribe = publish, unsubscribe = publish;'
	},
	{
		// For marks of which a word may bear two of one kind; our schema has none, and a hash function comes with it.
		of: /\/y-prosemirror\/src\/utils\.js$/,
		stands: `export const hashOfJSON = () => { throw new Error('marks of one kind do not overlap'); };`
	},
	{
		// Yjs warns in colours, and brings the code to lay them on.
		of: /\/lib0\/logging\.js$/,
		stands: `
			export const [ORANGE, BOLD, UNBOLD, RED] = ['', '', '', ''];
			export const print = (...said) => console.log(...said);
			export const warn = (...said) => console.warn(...said);`
	}
];

/** Packages that do not say of their modules that they do nothing by themselves: what is not used is left out all the same. */
const DO_NOTHING =
	/node_modules\/(svelte\/src\/(?!internal\/(flags|disclose))|(engine|socket)\.io-(client|parser)\/)/;

/** Leaves out of the pages' scripts what their libraries bring along and no page ever uses. */
export function unusedParts(): Plugin {
	const moduleSideEffects = [{ test: DO_NOTHING, sideEffects: false }];
	return {
		name: 'unused-parts',
		apply: 'build',
		applyToEnvironment: (environment) => environment.name === 'client',
		config: () => ({
			environments: { client: { build: { rolldownOptions: { treeshake: { moduleSideEffects } } } } }
		}),
		load: {
			order: 'pre',
			handler: (id) => INSTEAD.find(({ of }) => of.test(id))?.stands
		}
	};
}
