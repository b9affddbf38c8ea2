declare module 'virtual:verify-page' {
	/** Whole but for `%keys%`. */
	export const html: string;
	/** Content-Security-Policy. */
	export const policy: string;
}
