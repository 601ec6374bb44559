package output

// WithStep has f called before each step of a run; its error makes the step fail.
func (o Options) WithStep(f func(name string) error) Options {
	o.step = f
	return o
}
