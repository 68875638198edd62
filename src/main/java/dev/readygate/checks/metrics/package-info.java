/** Pure: Prometheus' answers, and how limits, objectives and comparisons judge them. */
package dev.readygate.checks.metrics;
