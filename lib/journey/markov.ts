export type Vector = readonly number[];
type Matrix = readonly Vector[];

/** Returns the belief after a whole number of hours in which nothing happened. */
export type Drift = (belief: Vector, hours: number) => Vector;

/** Powers of two of an hour that are prepared: 2^17 hours are about 15 years, the longest drift. */
const doublings = 17;
const hoursADay = 24;

/**
 * Returns the function b · e^(Q·t) for a rate matrix `q` per day. The matrices of 1, 2, 4 … hours are
 * computed once, so that any drift costs a few small products. Drifting for a and then b hours equals
 * drifting for a + b hours.
 */
export function driftOf(q: Matrix): Drift {
  let power = hourOf(q);
  const powers = [power];
  for (let n = 1; n < doublings; n += 1) {
    power = product(power, power);
    powers.push(power);
  }
  return (belief, hours) => {
    let left = Math.min(Math.max(0, Math.floor(hours)), 2 ** doublings - 1);
    if (left === 0) return belief;
    let moved = belief;
    for (let n = 0; left > 0; n += 1) {
      const matrix = powers[n];
      if (left % 2 === 1 && matrix) moved = times(moved, matrix);
      left = Math.floor(left / 2);
    }
    return normalised(moved);
  };
}

/** Returns e^(Q/24) by its power series: for one hour a few terms are exact. */
function hourOf(q: Matrix): Matrix {
  const small = q.map((row) => row.map((rate) => rate / hoursADay));
  let term = q.map((_, row) => q.map((__, column) => Number(row === column)));
  let sum = term;
  for (let n = 1; n <= 12; n += 1) {
    term = product(term, small).map((row) => row.map((value) => value / n));
    sum = sum.map((row, at) => row.map((value, column) => value + (term[at]?.[column] ?? 0)));
  }
  return sum;
}

function product(a: Matrix, b: Matrix): number[][] {
  return a.map((row) => [...times(row, b)]);
}

/** Returns row · matrix. Written as plain loops, because it runs several times for every touchpoint. */
function times(row: Vector, matrix: Matrix): Vector {
  const result = row.map(() => 0);
  for (let from = 0; from < row.length; from += 1) {
    const [value = 0, rates = []] = [row[from], matrix[from]];
    for (let to = 0; to < row.length; to += 1)
      result[to] = (result[to] ?? 0) + value * (rates[to] ?? 0);
  }
  return result;
}

export function normalised(vector: Vector): Vector {
  const sum = vector.reduce((all, value) => all + value, 0);
  return sum > 0 ? vector.map((value) => value / sum) : vector.map(() => 1 / vector.length);
}
