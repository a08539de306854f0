export type Vector = readonly number[];
type Matrix = readonly Vector[];

/** Where a belief drifts when nothing happens for `days`: b · e^(Q·days), for a rate matrix `q` per day. */
export function drift(belief: Vector, q: Matrix, days: number): Vector {
  if (days <= 0) return belief;
  // Uniformisation: a Poisson mixture of powers of one stochastic matrix; every term is positive.
  const rate = Math.max(...q.map((row, index) => -(row[index] ?? 0)), 1e-9);
  const slices = Math.max(1, Math.ceil((rate * days) / 30));
  let current = belief;
  for (let slice = 0; slice < slices; slice += 1)
    current = driftSlice(current, q, rate, (rate * days) / slices);
  return normalised(current);
}

function driftSlice(belief: Vector, q: Matrix, rate: number, mean: number): Vector {
  let term = belief;
  let weight = Math.exp(-mean);
  let covered = weight;
  let sum = term.map((value) => value * weight);
  for (let step = 1; covered < 1 - 1e-10 && step < 500; step += 1) {
    term = jump(term, q, rate);
    weight *= mean / step;
    covered += weight;
    sum = sum.map((value, index) => value + (term[index] ?? 0) * weight);
  }
  return sum;
}

/** One step of I + Q/rate. */
function jump(belief: Vector, q: Matrix, rate: number): Vector {
  return belief.map((own, to) =>
    belief.reduce((sum, value, from) => sum + (value * (q[from]?.[to] ?? 0)) / rate, own),
  );
}

export function normalised(vector: Vector): Vector {
  const sum = vector.reduce((all, value) => all + value, 0);
  return sum > 0 ? vector.map((value) => value / sum) : vector.map(() => 1 / vector.length);
}
