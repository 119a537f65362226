/* A classic script without a module: it also runs where the page was opened from a disk. */
(() => {
  const search = document.querySelector('#search');
  const results = document.querySelector('#results');
  const found = document.querySelector('#found');
  const menu = document.querySelector('#menu');
  const pages = document.querySelector('#pages');
  const MOST = 8;

  // Without this script every page is listed, and nothing that needs it is shown.
  document.documentElement.classList.add('scripted');
  menu.hidden = false;
  menu.addEventListener('click', () => {
    const open = pages.classList.toggle('open');
    menu.setAttribute('aria-expanded', String(open));
  });

  for (const box of document.querySelectorAll('.code')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      const code = box.querySelector('code');
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(code);
        button.textContent = 'Selected';
      }
    });
    box.addEventListener('pointerleave', () => (button.textContent = 'Copy'));
    box.append(button);
  }

  /** More for what stands in a heading, or at the beginning of a word; nothing where one of the words is missing. */
  const score = (entry, words) => {
    let sum = 0;
    const [title, text] = [entry.title.toLowerCase(), entry.text.toLowerCase()];
    for (const word of words) {
      const own = title === word ? 40 : title.startsWith(word) ? 20 : title.includes(word) ? 12 : 0;
      const at = text.indexOf(word);
      if (own === 0 && at < 0) return 0;
      sum += own + (at < 0 ? 0 : /[\w-]/.test(text[at - 1] ?? ' ') ? 1 : 3);
    }
    return sum + (entry.id === '' ? 1 : 0);
  };

  /** What stands around the first word, so that one sees why it was found. */
  const excerpt = (text, word) => {
    const at = Math.max(0, text.toLowerCase().indexOf(word) - 30);
    return `${at > 0 ? '…' : ''}${text.slice(at, at + 110)}`;
  };

  let chosen = -1;
  const choose = (index) => {
    const options = [...results.children];
    chosen = options.length === 0 ? -1 : (index + options.length) % options.length;
    for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === chosen));
    if (chosen < 0) return search.removeAttribute('aria-activedescendant');
    search.setAttribute('aria-activedescendant', options[chosen].id);
    options[chosen].scrollIntoView({ block: 'nearest' });
  };
  const go = (option) => {
    location.href = option.dataset.href;
    close();
  };
  const close = () => {
    results.hidden = true;
    search.setAttribute('aria-expanded', 'false');
    search.removeAttribute('aria-activedescendant');
  };

  const optionOf = (entry, at, word) => {
    const option = document.createElement('li');
    option.id = `found-${at}`;
    option.role = 'option';
    option.dataset.href = `${entry.page}.html${entry.id && `#${entry.id}`}`;
    const title = document.createElement('b');
    title.textContent = entry.id ? `${entry.title} · ${entry.on}` : entry.title;
    const text = document.createElement('span');
    text.textContent = excerpt(entry.text, word);
    option.append(title, text);
    option.addEventListener('click', () => go(option));
    return option;
  };

  const look = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return close();
    const best = globalThis.docsIndex
      .map((entry) => ({ entry, points: score(entry, words) }))
      .filter(({ points }) => points > 0)
      .sort((one, other) => other.points - one.points)
      .slice(0, MOST);
    results.replaceChildren(...best.map(({ entry }, at) => optionOf(entry, at, words[0])));
    results.hidden = best.length === 0;
    search.setAttribute('aria-expanded', String(best.length > 0));
    found.textContent = best.length === 0 ? `Nothing about ${search.value}.` : `${best.length} found.`;
    choose(0);
  };

  document.querySelector('.search').hidden = false;
  search.addEventListener('input', look);
  search.addEventListener('focus', look);
  search.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !results.hidden) choose(chosen + step);
    else if (event.key === 'Enter' && !results.hidden && chosen >= 0) go(results.children[chosen]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!event.target.closest('.search')) close();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target.matches('input, textarea, [contenteditable]')) return;
    event.preventDefault();
    search.focus();
  });
})();
