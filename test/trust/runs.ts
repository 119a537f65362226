/** How often an attack is tried: a hundred times in one browser, a quarter of that in the other, which runs the same code. */
export const RUNS = navigator.userAgent.includes('Firefox') ? 25 : 100;
