import { find, meetIn, roomFor } from './example.js';

const meet = meetIn(roomFor('playground'));
const knobs = find('#knobs', HTMLFormElement);
const css = find('#css', HTMLElement);
const copied = find('#copied', HTMLElement);

/** Only what was turned is written: the rest follows from it. */
const turned = (): Map<string, string> => {
  const values = new Map<string, string>();
  for (const knob of knobs.querySelectorAll('input')) {
    if (knob.value !== knob.defaultValue) values.set(knob.name, `${knob.value}${knob.dataset['unit'] ?? ''}`);
  }
  return values;
};

const apply = (): void => {
  const values = turned();
  for (const { name } of knobs.querySelectorAll('input')) {
    const value = values.get(name);
    if (value === undefined) meet.style.removeProperty(name);
    else meet.style.setProperty(name, value);
  }
  meet.setAttribute('theme', find('#knobs [name=theme]', HTMLSelectElement).value);
  const lines = [...values].map(([name, value]) => `  ${name}: ${value};\n`);
  css.textContent = `private-meet {\n${lines.join('') || '  /* as it comes */\n'}}\n`;
};

knobs.addEventListener('input', apply);
knobs.addEventListener('reset', () => setTimeout(apply)); // the form is reset after its event
find('#copy', HTMLButtonElement).addEventListener('click', () => {
  navigator.clipboard.writeText(css.textContent).then(
    () => (copied.textContent = 'Copied.'),
    () => {
      getSelection()?.selectAllChildren(css);
      copied.textContent = 'It is selected: copy it by key.';
    },
  );
});
apply();
