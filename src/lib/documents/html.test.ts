import { expect, test } from 'vitest';
import { htmlOf, type BlockNode, type HtmlWords } from './html.ts';

const words: HtmlWords = {
	fact: (kind, ref) => (ref === 'known' ? `${kind}: <b>22</b> & "24"` : ''),
	author: (person) => (person === 'm06' ? 'Vũ <i>Hoàng</i> Yến' : '')
};
const text = (said: string, ...marks: string[]) => ({
	type: 'text' as const,
	text: said,
	marks: marks.map((type) => ({ type }))
});

test('every word is escaped, in prose, notes, facts and names', () => {
	const nodes: BlockNode[] = [
		{ type: 'paragraph', content: [text('<script>alert(1)</script> & "a" \'b\'')] },
		{
			type: 'note',
			attrs: { id: 'n1"onload="x', author: 'm06' },
			content: [text('</div><img src=x onerror=y>')]
		},
		{ type: 'fact', attrs: { kind: 'vote', ref: 'known' } }
	];
	expect(htmlOf(nodes, words)).toBe(
		'<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;a&quot; &#39;b&#39;</p>' +
			'<div class="note" data-note="n1&quot;onload=&quot;x"><p class="note-author">Vũ &lt;i&gt;Hoàng&lt;/i&gt; Yến</p>' +
			'<p>&lt;/div&gt;&lt;img src=x onerror=y&gt;</p></div>' +
			'<p class="fact" data-fact="vote">vote: &lt;b&gt;22&lt;/b&gt; &amp; &quot;24&quot;</p>'
	);
});

test('the schema’s marks become tags, any other name never does', () => {
	const content = [
		text('một', 'strong'),
		text('hai', 'em', 'strong'),
		text('ba', 'script'),
		text('dòng\nmới')
	];
	expect(htmlOf([{ type: 'paragraph', content }], words)).toBe(
		'<p><strong>một</strong><strong><em>hai</em></strong>badòng<br>mới</p>'
	);
});

test('an unknown fact, an unknown node and an empty paragraph', () => {
	const nodes: BlockNode[] = [
		{ type: 'fact', attrs: { kind: 'vote', ref: 'x' } },
		{ type: 'table' },
		{ type: 'paragraph' }
	];
	expect(htmlOf(nodes, words)).toBe('<p></p>');
});

test('a fact that is a table is drawn as one, every cell escaped', () => {
	const table = { head: '1 nhiệm vụ.', columns: ['TT', 'Việc'], rows: [['1', '<b>Rác</b>\nNgõ 5']] };
	const nodes: BlockNode[] = [{ type: 'fact', attrs: { kind: 'previous-tasks', ref: 'all' } }];
	expect(htmlOf(nodes, { ...words, table: (kind) => (kind === 'previous-tasks' ? table : null) })).toBe(
		'<div class="fact" data-fact="previous-tasks"><p>1 nhiệm vụ.</p><table>' +
			'<thead><tr><th scope="col">TT</th><th scope="col">Việc</th></tr></thead>' +
			'<tbody><tr><td>1</td><td>&lt;b&gt;Rác&lt;/b&gt;<br>Ngõ 5</td></tr></tbody></table></div>'
	);
});
