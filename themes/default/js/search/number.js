// Math.log differs from Go's in the last bit; this one does not.

/** ln returns the natural logarithm of x ≥ 1. */
export function ln(x) {
  let halvings = 0
  while (x >= 2) {
    x /= 2
    halvings++
  }
  const y = (x - 1) / (x + 1)
  const square = y * y
  let sum = 0
  for (let n = 23; n >= 1; n -= 2) {
    sum = sum * square + 1 / n
  }
  return halvings * 0.6931471805599453 + 2 * (y * sum)
}

/** idf is how much a word tells that occurs in df of n documents. */
export function idf(n, df) {
  return ln(1 + (n - df + 0.5) / (df + 0.5))
}
