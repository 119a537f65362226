import { bringLater } from '../../src/room/later.js';

// What a call can begin without is there from the beginning, in every test but those of its lateness.
bringLater();
