/**
 * Puts the meeting into its box. The page is the same for everybody and may come from a cache, so who is here is asked for, and
 * tokens come by REST each time that one is needed: none stands in the page or is kept.
 */

/** Asks the site something, as whoever's cookie the browser has. */
const ask = async (url, options) => {
  const response = await fetch(url, { credentials: 'same-origin', cache: 'no-store', ...options });
  if (!response.ok) throw new Error(`The site answered with ${response.status}`);
  return response.json();
};

/** Who is here: `member`, `guest`, `stranger` (who has to sign in) or `nobody` (who may not join). */
const visit = ({ visit: address, ticket }, signal) => {
  const url = new URL(address, location.href);
  for (const [name, value] of Object.entries(ticket)) url.searchParams.set(name, value);
  return ask(url, { signal });
};

/** Shows what the page has for such a visitor, instead of what was there. */
const show = (box, kind) => {
  const template = box.querySelector(`template[data-for="${kind}"]`);
  for (const shown of box.querySelectorAll(':scope > :not(template, noscript)')) shown.remove();
  if (template) box.append(template.content.cloneNode(true));
};

/** A function that gives a token whenever one is needed. */
const tokensFor =
  (meeting, guest) =>
  async ({ signal }) => {
    // A nonce ends after some hours, and is another's where somebody else signed in meanwhile.
    const { nonce } = await visit(meeting, signal);
    const headers = { 'Content-Type': 'application/json', ...(nonce ? { 'X-WP-Nonce': nonce } : {}) };
    const body = JSON.stringify({ ...meeting.ticket, ...guest });
    const { token } = await ask(meeting.token, { method: 'POST', headers, body, signal });
    return token;
  };

const enter = (box, meeting, guest = {}) => {
  show(box, 'meeting');
  const element = document.createElement('private-meet');
  for (const [name, value] of Object.entries(meeting.element)) element.setAttribute(name, value);
  element.tokenProvider = tokensFor(meeting, guest);
  box.append(element);
  return element;
};

const askName = (box, meeting) => {
  show(box, 'guest');
  box.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    // The same person in the server's eyes for as long as the page is open.
    if (name) enter(box, meeting, { name, key: crypto.randomUUID() }).focus();
  });
};

const open = async (box) => {
  try {
    const meeting = JSON.parse(box.dataset.privateMeet);
    const { as } = await visit(meeting);
    if (as === 'member') enter(box, meeting);
    else if (as === 'guest') askName(box, meeting);
    else show(box, as);
  } catch {
    show(box, 'broken');
  }
};

for (const box of document.querySelectorAll('[data-private-meet]')) void open(box);
