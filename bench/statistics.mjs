/**
 * The value below which `share` (0 to 1) of the sorted values lie, interpolated between neighbours.
 * `quantile(values, 0.5)` is the median.
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * share;
  const below = Math.floor(rank);
  const above = Math.ceil(rank);
  return sorted[below] + (sorted[above] - sorted[below]) * (rank - below);
}
