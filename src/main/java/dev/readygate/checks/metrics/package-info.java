/** Pure: what Prometheus said, and what limits, objectives and comparisons make of it. */
package dev.readygate.checks.metrics;
