const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The power of the number of people that a figure grows with: the slope of a line through the logarithms (least squares). */
export const exponent = (points: readonly (readonly [people: number, figure: number])[]): number => {
  const logs = points.map(([people, figure]) => [Math.log(people), Math.log(figure)] as const);
  const mean = (index: 0 | 1) => sum(logs.map((log) => log[index])) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = sum(logs.map(([people, figure]) => (people - x) * (figure - y)));
  return above / sum(logs.map(([people]) => (people - x) ** 2));
};
