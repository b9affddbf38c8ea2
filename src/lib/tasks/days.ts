/** `30/11/2026` */
export function dayWords(day: string): string {
	return day.split('-').reverse().join('/');
}
