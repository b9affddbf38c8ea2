import { app } from '../../../server/app.ts';

/** Prometheus text: counts only, no names and no ids. */
export const GET = () => {
	const { rss, heapUsed } = process.memoryUsage();
	const values = {
		process_resident_memory_bytes: rss,
		process_heap_used_bytes: heapUsed,
		...app().documents.metrics()
	};
	const lines = Object.entries(values).map(([name, value]) => `hoitruong_${name} ${value}`);
	return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; version=0.0.4' } });
};
