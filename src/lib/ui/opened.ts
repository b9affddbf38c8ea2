/**
 * For `<details {...opened(isOpen)}>`: what its reader opened before the page's script came stays open, where
 * `open={isOpen}` would close it.
 */
export function opened(isOpen: boolean): { open?: true } {
	return isOpen ? { open: true } : {};
}
