/** Makes the meeting that the page's address asks for; of all that an address can say, it takes a room, a server and a name. */

const query = new URLSearchParams(location.search);

/** A text of 1 to `most` characters without controls; nothing of anything else. */
const textOf = (key, most) => {
  const text = query.get(key)?.trim() ?? '';
  return [...text].length <= most && !/\p{Cc}/u.test(text) ? text : '';
};

const listed = document.querySelector('meta[name="private-meet-servers"]')?.content.split(/\s+/).filter(Boolean) ?? [];

/** The server that the address names, if this page knows it; the first it knows where the address names none. */
const serverOf = () => {
  const asked = query.get('server')?.trim();
  const known = [...listed, location.origin];
  if (!asked) return known[0];
  return known.find((each) => URL.canParse(asked) && new URL(each).href === new URL(asked).href);
};

const say = (words) => {
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.textContent = words;
  document.body.append(line);
};

const room = textOf('room', 128);
const server = serverOf();
if (room === '') say('The address names no room.');
else if (server === undefined) say('This page does not know that server.');
else {
  const meet = document.createElement('private-meet');
  for (const [name, value] of Object.entries({ room, server })) meet.setAttribute(name, value);
  const name = textOf('name', 50);
  if (name !== '') meet.setAttribute('display-name', name);
  document.body.append(meet);
}
