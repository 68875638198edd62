/** Pure: the kinds of check that ask Prometheus: metrics, objectives, and comparisons with the old pods. */
package dev.readygate.checks.prometheus;
