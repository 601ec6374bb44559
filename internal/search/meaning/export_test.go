package meaning

// ExpandAny is Expand for any number of documents, so that examples can be small.
var ExpandAny = expand
