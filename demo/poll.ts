import type { PrivateMeetElement } from '../src/index.js';

/**
 * A poll that the server knows nothing of: each page says its vote to the others (`sendData`), and to whoever comes later.
 * Votes are the peers' own; what came in is looked at before it is used, for anybody in the room may have sent it.
 */
export const runPoll = (meet: PrivateMeetElement, form: HTMLFormElement): void => {
  const options = [...form.querySelectorAll('input')];
  const votes = new Map<string, string>();
  let own: string | undefined;

  const show = (): void => {
    for (const option of options) {
      const count = [...votes.values(), own].filter((vote) => vote === option.value).length;
      const output = option.parentElement?.querySelector('output');
      if (output) output.value = String(count);
    }
  };
  const tell = (to?: string): void => {
    if (own === undefined || meet.state !== 'joined') return;
    meet.sendData(own, { topic: 'poll', ...(to === undefined ? {} : { to }) }).catch(reportError);
  };

  form.addEventListener('change', () => {
    own = options.find(({ checked }) => checked)?.value;
    show();
    tell();
  });
  meet.addEventListener('pm-join', () => tell());
  meet.addEventListener('pm-peer-join', ({ peer }) => tell(peer.id));
  meet.addEventListener('pm-data', ({ peer, topic, data }) => {
    if (topic !== 'poll' || !options.some(({ value }) => value === data)) return;
    votes.set(peer.id, String(data));
    show();
  });
  meet.addEventListener('pm-peer-leave', ({ peer }) => {
    votes.delete(peer.id);
    show();
  });
};
