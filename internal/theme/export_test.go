package theme

import "io"

// RenderByTemplate is Render without programs: what these have to be equal to.
func (t *Theme) RenderByTemplate(w io.Writer, layout string, view any) error {
	return t.layouts[layout].set.ExecuteTemplate(w, baseLayout, view)
}
