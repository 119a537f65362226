import { Marked, type Tokens } from 'marked';

export interface Heading {
  readonly depth: number;
  readonly id: string;
  readonly title: string;
}

/** What search looks through: a section of a page. */
export interface SearchEntry {
  readonly page: string;
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface Page {
  /** Of the file, without `.md`. */
  readonly name: string;
  readonly title: string;
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly entries: readonly SearchEntry[];
}

/** The id that GitHub gives to a heading. */
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (each) => ENTITIES[each] ?? each);

/** Text of a heading or of a section without its Markdown. */
const plain = (markdown: string): string =>
  markdown
    .replaceAll(/<!--[^]*?-->/g, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\|[\s|:-]+\|$/gm, '')
    .replaceAll(/[`*|]|^#+ |^```.*$/gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/**
 * Where a link of `demo/docs/x.md` leads from the page made of it, which stands one directory below the root of the
 * repository: in `dist-docs/`, or under `/docs/` of the dev server. Both have the repository's files beside them.
 */
export const linkFrom = (href: string): string => {
  if (/^(?:[a-z][a-z\d+.-]*:|#)/i.test(href)) return href;
  if (href.startsWith('../../')) return href.slice(3);
  if (href.startsWith('../')) return `../demo/${href.slice(3)}`;
  return href.replace(/\.md(?=#|$)/, '.html');
};

/** What begins with `---` and ends with it may name the page: `title: …`. */
const withoutFrontMatter = (text: string): { title: string | undefined; body: string } => {
  const [matter = '', fields = ''] = /^---\n([^]*?)\n---\n/.exec(text) ?? [];
  return { title: /^title: *["']?(.+?)["']?$/m.exec(fields)?.[1], body: text.slice(matter.length) };
};

/** Cuts a page into what search finds: each heading with the text up to the next one. */
const entriesOf = (name: string, body: string): SearchEntry[] => {
  const withoutCode = body.replaceAll(/^```[^]*?^```$/gm, (code) => code.replaceAll(/^#/gm, ' '));
  return withoutCode.split(/^(?=#{1,3} )/m).flatMap((section) => {
    const [, marks = '', title = ''] = /^(#{1,3}) (.+)$/m.exec(section) ?? [];
    if (marks === '') return [];
    const id = marks === '#' ? '' : slugOf(plain(title));
    return [{ page: name, id, title: plain(title), text: plain(section.slice(section.indexOf('\n') + 1)) }];
  });
};

/** A page of the docs: its Markdown, made HTML by GitHub's rules. */
export const renderPage = (name: string, text: string): Page => {
  const { title, body } = withoutFrontMatter(text);
  const headings: Heading[] = [];
  const marked = new Marked({ gfm: true });
  marked.use({
    renderer: {
      heading({ tokens, depth, text: source }: Tokens.Heading) {
        const heading = { depth, id: slugOf(plain(source)), title: plain(source) };
        headings.push(heading);
        const words = this.parser.parseInline(tokens);
        if (depth === 1) return `<h1>${words}</h1>\n`;
        const link = `<a class="anchor" href="#${heading.id}" aria-label="Link to ${escapeHtml(heading.title)}">#</a>`;
        return `<h${depth} id="${heading.id}">${words}${link}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        return `<a href="${escapeHtml(linkFrom(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
      image({ href, text: words }: Tokens.Image) {
        return `<img src="${escapeHtml(linkFrom(href))}" alt="${escapeHtml(words)}" />`;
      },
      code({ text: code, lang = '' }: Tokens.Code) {
        const language = escapeHtml(lang || 'text');
        return `<div class="code"><pre tabindex="0" aria-label="Code, ${language}"><code>${escapeHtml(code)}</code></pre></div>\n`;
      },
      table(token: Tokens.Table) {
        const cells = (row: readonly Tokens.TableCell[], tag: string): string =>
          row.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens) || '&nbsp;'}</${tag}>`).join('');
        // An empty head over what needs none: a cell, for a header has to say something.
        const head = token.header.map((cell) => cells([cell], cell.text === '' ? 'td' : 'th')).join('');
        const rows = token.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
        const label = escapeHtml(headings.at(-1)?.title ?? 'Table');
        return `<div class="table" tabindex="0" role="group" aria-label="Table: ${label}"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>\n`;
      },
    },
  });
  const html = marked.parse(body, { async: false });
  const first = headings.find(({ depth }) => depth === 1)?.title;
  return { name, title: title ?? first ?? name, html, headings, entries: entriesOf(name, body) };
};
