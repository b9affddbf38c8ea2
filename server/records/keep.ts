export function keepRecords(_deps: unknown): void {}
