import assert from 'node:assert/strict';
import { it } from 'node:test';
import { exponent } from '../bench/exponent.js';

it('a figure’s power of the number of people is read off a few sizes', () => {
  const sizes = [2, 3, 4, 8, 12];
  for (const power of [0, 1, 2, 2.5]) {
    const points = sizes.map((size) => [size, 7 * size ** power] as const);
    assert.ok(Math.abs(exponent(points) - power) < 1e-9);
  }
});
