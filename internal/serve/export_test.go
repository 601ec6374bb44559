package serve

import "time"

// SetPatience makes a test of readers that have stopped reading a short one.
func (s *Server) SetPatience(d time.Duration) { s.patience = d }
