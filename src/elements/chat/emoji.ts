import type { Strings } from '../../locales/en.js';

const split = (emoji: string): readonly string[] => emoji.split(' ');

/** What people use most, by kind, each in rows of eight. All are of Unicode 11 or older, which every machine draws. */
export const EMOJI: readonly (readonly [name: keyof Strings['emojiGroups'], emoji: readonly string[]])[] = [
  [
    'smileys',
    split(
      '😀 😃 😄 😁 😆 😅 🤣 🙂 🙃 😉 😊 😇 🥰 😍 🤩 😘 😋 😜 🤪 🤗 🤭 🤫 🤔 🤨 😐 😶 😏 🙄 😬 😌 😴 😷 🥳 😎 🤓 🧐 😕 🙁 😲 🥺 😢 😭 😱 😤 😡 🤯 😳 🤒',
    ),
  ],
  [
    'people',
    split(
      '👋 🤚 ✋ 👌 ✌️ 🤞 🤟 🤘 🤙 👈 👉 👆 👇 👎 ✊ 👊 🙌 👐 🤲 🤝 🙏 ✍️ 💪 👀 🧠 👂 👶 🧒 👩 👨 🧑 👵 👴 🙋 🤷 🤦 🙇 💁 🙅 🙆',
    ),
  ],
  [
    'nature',
    split(
      '🐶 🐱 🐭 🐹 🐰 🦊 🐻 🐼 🐨 🐯 🦁 🐮 🐷 🐸 🐵 🐔 🐧 🐦 🦆 🦉 🐝 🦋 🐢 🐙 🐬 🐳 🌸 🌹 🌻 🌲 🌴 🌵 🍀 🍁 🌍 🌙 ⭐ ☀️ 🌈 ⚡',
    ),
  ],
  [
    'food',
    split(
      '🍎 🍊 🍋 🍌 🍉 🍇 🍓 🍒 🍑 🍍 🥑 🍅 🥕 🌽 🍞 🥐 🧀 🥚 🥞 🥓 🍔 🍟 🍕 🌮 🥗 🍜 🍣 🍚 🍦 🍩 🍪 🎂 🍫 🍿 ☕ 🍵 🍺 🍷 🥂 🥤',
    ),
  ],
  [
    'activities',
    split(
      '⚽ 🏀 🏈 🎾 🏐 🏓 ⛳ 🏆 🥇 🎯 🎮 🎲 🧩 🎨 🎬 🎤 🎧 🎸 🎹 🥁 🚗 🚌 🚲 🚆 ✈️ 🚀 ⛵ 🏠 🏢 🏫 🏥 🏖️ ⛰️ 🏕️ 🗽 🗼 🎁 🎈 🎊 🎄',
    ),
  ],
  [
    'things',
    split(
      '💙 💚 💛 🧡 💜 🖤 💔 💯 ✅ ❌ ❓ ❗ ⚠️ 🔥 ✨ 💡 💬 💤 🔔 🔒 🔑 🔍 📌 📎 ✏️ 📝 📅 📈 📁 📧 📞 💻 📱 📷 ⏰ ⌛ 🔋 🛠️ 🧪 💰',
    ),
  ],
];
