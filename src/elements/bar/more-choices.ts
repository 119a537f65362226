import { whole, type Strings } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { LAYOUTS, type ControlName } from '../../room/types.js';
import type { BarControl } from './bar-layout.js';
import { DEVICE_KINDS, hasDevices } from '../devices/device-choices.js';
import { deviceGroups } from '../devices/device-groups.js';
import { cameraChoices } from '../shared/camera-choices.js';
import { canFullScreen } from '../shared/full-screen.js';
import { isHandUp } from '../shared/hands.js';
import { canShare } from '../shared/invite.js';
import type { MenuIconName } from '../shared/menu-icons.js';
import type { Choice, ChoiceGroup } from '../shared/pm-menu.js';
import { reactionGroup } from './reaction-choices.js';
import type { RoomRequest, RoomRequests } from '../shared/request-event.js';
import type { ViewState } from '../shared/view-state.js';

/** What "more" is made of. */
export interface MoreContext<Words = FirstStrings> {
  readonly store: RoomStore;
  readonly view: ViewState;
  readonly words: Words;
  readonly offered: ReadonlySet<ControlName>;
  /** What stands in the bar, and so not here. */
  readonly bar: ReadonlySet<BarControl>;
  /** Whether devices are chosen here, for want of room beside their buttons. */
  readonly hasDevices: boolean;
  /** Whether the devices show in place of all else. */
  readonly onDevices: boolean;
  readonly ask: <R extends RoomRequest>(request: R, detail?: RoomRequests[R]) => void;
  readonly invite: () => void;
  readonly react: (emoji: string, name: string) => void;
  readonly turnPage: (toDevices: boolean) => void;
}

const LAYOUT_ICONS: Readonly<Record<(typeof LAYOUTS)[number], MenuIconName>> = {
  auto: 'auto',
  grid: 'grid',
  speaker: 'layout',
};

type Context = MoreContext<Strings>;

/** What does not fit the bar, and what is wanted seldom. Groups without a choice are left out. */
export const moreGroups = (given: MoreContext): readonly ChoiceGroup[] => {
  const context: Context = { ...given, words: whole(given.words) };
  if (context.onDevices) return devices(context);
  const groups: ChoiceGroup[] = [];
  if (isUnder('reactions', context)) {
    groups.push(reactionGroup(context.words, context.react));
  }
  groups.push({ choices: fromBar(context) });
  if (context.offered.has('layout')) groups.push(layouts(context), { choices: ofView(context) });
  groups.push({ choices: rest(context) });
  return groups.filter(({ choices }) => choices.length > 0);
};

const isUnder = (name: BarControl, { offered, bar }: Context): boolean => offered.has(name) && !bar.has(name);

const fromBar = (context: Context): Choice[] => {
  const { store, words, ask } = context;
  const choices: Choice[] = [];
  if (isUnder('camera', context)) {
    const on = store.$camera.get();
    choices.push({ label: words.camera, icon: 'camera', checked: on, act: () => ask('toggle-camera') });
  }
  if (isUnder('screen', context)) {
    const on = store.$screen.get();
    choices.push({ label: words.shareScreen, icon: 'screen', checked: on, act: () => ask('toggle-screen') });
  }
  if (isUnder('hand', context)) {
    choices.push({ label: words.raiseHand, icon: 'hand', checked: isHandUp(store), act: () => ask('raise-hand') });
  }
  if (isUnder('people', context)) {
    const label = words.peopleCount(store.$headcount.get());
    choices.push({ label, icon: 'people', act: () => ask('show-panel', { panel: 'people' }) });
  }
  if (isUnder('chat', context)) {
    const fresh = store.$unread.get();
    const label = fresh > 0 ? words.chatUnread(fresh) : words.chat;
    choices.push({ label, icon: 'chat', act: () => ask('show-panel', { panel: 'chat' }) });
  }
  if (context.hasDevices && hasDevices(store)) {
    choices.push({ label: words.devices, icon: 'sound', keepsOpen: true, act: () => context.turnPage(true) });
  }
  return choices;
};

const layouts = ({ store, words, ask }: Context): ChoiceGroup => ({
  label: words.layout,
  isTiles: true,
  choices: LAYOUTS.map((layout) => ({
    label: words.layouts[layout],
    icon: LAYOUT_ICONS[layout],
    checked: store.$layout.get() === layout,
    isRadio: true,
    act: () => ask('set-layout', { layout }),
  })),
});

const ofView = ({ store, view, words, ask }: Context): Choice[] => {
  const choices: Choice[] = [];
  if (canFullScreen()) {
    const checked = view.$fullScreen.get();
    choices.push({ label: words.fullScreen, icon: 'expand', checked, act: () => ask('toggle-full-screen') });
  }
  const pip = view.$pictureInPicture.get();
  if (pip) {
    choices.push({ label: words.pictureInPicture, icon: 'pip', checked: pip.on, act: () => ask('toggle-pip') });
  }
  const checked = view.$selfHidden.get();
  choices.push({ label: words.hideSelf, icon: 'person', off: true, checked, act: () => ask('toggle-self-view') });
  const saves = store.$saving.get() === 'video-off';
  const act = (): void => ask('set-saving', { saving: saves ? 'auto' : 'video-off' });
  choices.push({ label: words.pauseOthers, icon: 'camera', off: true, checked: saves, act });
  return choices;
};

const rest = (context: Context): Choice[] => {
  const { store, view, words, offered, ask } = context;
  const choices: Choice[] = [];
  const house = store.$house.get();
  if (house?.role === 'host') {
    const act = (): void => ask('lock', { on: !house.locked });
    choices.push({ label: words.lockMeeting, icon: 'lock', checked: house.locked, act });
  }
  if (offered.has('invite') && store.$inviteUrl.get()) {
    const label = canShare() ? words.invite : words.copyLink;
    choices.push({ label, icon: 'link', act: () => context.invite() });
  }
  if (offered.has('safety')) {
    choices.push({ label: words.safety, icon: 'shield', act: () => ask('show-panel', { panel: 'trust' }) });
  }
  if (offered.has('people')) {
    const act = (): void => ask('show-panel', { panel: 'details' });
    choices.push({ label: words.connectionDetails, icon: 'signal', act });
  }
  // A bar of one or two buttons has no use for a third that explains them.
  if (view.$hasShortcuts.get() && (choices.length > 0 || offered.has('layout'))) {
    const act = (): void => ask('show-shortcuts', { open: true });
    choices.push({ label: words.shortcuts, icon: 'keyboard', hint: '?', act });
  }
  return choices;
};

const devices = ({ store, words, ask, turnPage }: Context): readonly ChoiceGroup[] => [
  ...deviceGroups(store, DEVICE_KINDS, words, (kind, deviceId) => ask('set-device', { kind, deviceId })),
  ...[cameraChoices(store, words, ask)].filter(({ length }) => length > 0).map((choices) => ({ choices })),
  { choices: [{ label: words.back, icon: 'back', keepsOpen: true, act: () => turnPage(false) }] },
];
