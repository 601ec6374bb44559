// Keeps a previewed page fresh and shows its author what is wrong with it. Served
// pages only; it is never published.
import './live/start.js'
