import { expect, test } from 'vitest';
import { withWholeStyles } from './vite-whole-styles.ts';

test('an entry names the styles of all it imports, the farthest first, and of nothing that it fetches later', () => {
	const manifest = {
		'page.js': {
			file: 'page.js',
			isEntry: true,
			css: ['page.css'],
			imports: ['view.js', 'tabs.js'],
			dynamicImports: ['later.js']
		},
		'view.js': { file: 'view.js', css: ['view.css'], imports: ['tabs.js'], dynamicImports: ['later.js'] },
		'tabs.js': { file: 'tabs.js', css: ['tabs.css'], imports: ['view.js'] },
		'later.js': { file: 'later.js', css: ['later.css'], imports: ['tabs.js'] },
		'bare.js': { file: 'bare.js', isEntry: true }
	};
	const whole = withWholeStyles(manifest);
	expect(whole['page.js']?.css).toEqual(['tabs.css', 'view.css', 'page.css']);
	expect(whole['view.js']).toEqual(manifest['view.js']);
	expect(whole['bare.js']).toEqual(manifest['bare.js']);
});
