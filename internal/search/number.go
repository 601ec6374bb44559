package search

// Go and JavaScript round + - * / alike, but their logarithms differ in the last
// bit, and Go may fuse a product with a sum, which JavaScript never does. So the
// ranking uses this logarithm, and writes float64(a*b) wherever a product is added.

// ln returns the natural logarithm of x ≥ 1: halvings, then the series
// 2 artanh((m-1)/(m+1)) for m in [1, 2), good to 1e-12.
func ln(x float64) float64 {
	halvings := 0.0
	for x >= 2 {
		x /= 2
		halvings++
	}
	y := (x - 1) / (x + 1)
	square := y * y
	sum := 0.0
	for n := 23.0; n >= 1; n -= 2 {
		sum = float64(sum*square) + 1/n
	}
	return float64(halvings*0.6931471805599453) + float64(2*float64(y*sum))
}

// idf is how much a word tells that occurs in df of n documents.
func idf(n, df int) float64 {
	return ln(1 + (float64(n-df)+0.5)/(float64(df)+0.5))
}
